package org.fleetdesk.core.live;

import java.util.List;
import java.util.Set;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;

/**
 * What a list shows: a kind, over clusters, in namespaces. Clusters that are not open are opened.
 *
 * @param kind the kind
 * @param clusters the clusters, in the order their rows stand unsorted
 * @param namespaces the namespaces; empty for all (where the user may not list all, those known for each cluster)
 * @param labels a label selector in kubectl's words, or empty
 * @param fields a field selector in kubectl's words, or empty
 */
public record ListQuery(KindKey kind, List<Cluster> clusters, Set<String> namespaces, String labels, String fields) {
	public ListQuery {
		clusters = List.copyOf(clusters);
		namespaces = Set.copyOf(namespaces);
	}

	/** Everything of a kind in some clusters. */
	public static ListQuery all(KindKey kind, List<Cluster> clusters) {
		return new ListQuery(kind, clusters, Set.of(), "", "");
	}
}
