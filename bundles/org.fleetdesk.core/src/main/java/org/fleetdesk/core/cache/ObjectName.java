package org.fleetdesk.core.cache;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;

/** Which object: of a cluster at a server, of a kind in whichever version. */
record ObjectName(String cluster, String server, KindKey kind, String namespace, String name) {

	static ObjectName of(Cluster cluster, KindKey kind, String namespace, String name) {
		return new ObjectName(cluster.id(), ListKey.server(cluster), kind, namespace, name);
	}

	/** What {@link #word} said. */
	static ObjectName of(String cluster, String server, String word) {
		String[] parts = word.split("\n", -1);
		return new ObjectName(cluster, server, new KindKey(parts[1], parts[0]), parts[2], parts[3]);
	}

	/** How the words of all objects of a kind begin, of one namespace if that is not empty. */
	static String beginning(KindKey kind, String namespace) {
		return kind.plural() + '\n' + kind.group() + '\n' + (namespace.isEmpty() ? "" : namespace + '\n');
	}

	/** All but the cluster as one word of the database. */
	String word() {
		return String.join("\n", kind.plural(), kind.group(), namespace, name);
	}
}
