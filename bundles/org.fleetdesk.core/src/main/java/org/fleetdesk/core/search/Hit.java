package org.fleetdesk.core.search;

import java.util.List;
import java.util.Objects;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

/** Something that a search found. */
public sealed interface Hit {

	/**
	 * An object.
	 *
	 * @param cluster its cluster
	 * @param type its kind, as it was listed
	 * @param row what is known of it
	 * @param rank how well it fits
	 * @param matches where the words were found
	 * @param knowledge how old what is known of it is
	 */
	record OfObject(Cluster cluster, ResourceType type, Row row, Rank rank, List<Match> matches, Knowledge knowledge)
			implements
				Hit {
		public OfObject {
			Objects.requireNonNull(cluster);
			Objects.requireNonNull(type);
			Objects.requireNonNull(row);
			Objects.requireNonNull(rank);
			matches = List.copyOf(matches);
			Objects.requireNonNull(knowledge);
		}
	}

	/**
	 * The list of a kind over clusters: "Pods in prod-eu".
	 *
	 * @param type the kind
	 * @param clusters the clusters, at least one
	 */
	record OfList(ResourceType type, List<Cluster> clusters) implements Hit {
		public OfList {
			Objects.requireNonNull(type);
			clusters = List.copyOf(clusters);
		}
	}

	/**
	 * A cluster.
	 *
	 * @param cluster the cluster
	 */
	record OfCluster(Cluster cluster) implements Hit {
		public OfCluster {
			Objects.requireNonNull(cluster);
		}
	}
}
