package org.fleetdesk.core.live;

import java.util.List;
import java.util.Set;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;

/**
 * What a list shows: kinds, over clusters, in namespaces. Clusters that are not open are opened.
 *
 * @param kinds the kinds, in the order their rows stand unsorted; at least one
 * @param clusters the clusters, in the order their rows stand unsorted
 * @param namespaces the namespaces; empty for all (where the user may not list all, those known for each cluster)
 * @param labels a label selector in kubectl's words, or empty
 * @param fields a field selector in kubectl's words, or empty
 */
public record ListQuery(List<KindKey> kinds, List<Cluster> clusters, Set<String> namespaces, String labels,
		String fields) {
	public ListQuery {
		kinds = List.copyOf(kinds);
		clusters = List.copyOf(clusters);
		namespaces = Set.copyOf(namespaces);
		if (kinds.isEmpty()) {
			throw new IllegalArgumentException("a list is of some kind");
		}
	}

	/** Of one kind. */
	public ListQuery(KindKey kind, List<Cluster> clusters, Set<String> namespaces, String labels, String fields) {
		this(List.of(kind), clusters, namespaces, labels, fields);
	}

	/** Everything of a kind in some clusters. */
	public static ListQuery all(KindKey kind, List<Cluster> clusters) {
		return new ListQuery(kind, clusters, Set.of(), "", "");
	}

	/** The kind, where there is one; else the first. */
	public KindKey kind() {
		return kinds.getFirst();
	}
}
