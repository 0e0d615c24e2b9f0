package org.fleetdesk.core.cache;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;

/** Which object: of a cluster at a server, of a kind in whichever version. */
record ObjectName(String cluster, String server, KindKey kind, String namespace, String name) {

	static ObjectName of(Cluster cluster, KindKey kind, String namespace, String name) {
		return new ObjectName(cluster.id(), ListKey.server(cluster), kind, namespace, name);
	}

	/** All but the cluster as one word of the database. */
	String word() {
		return String.join("\n", kind.plural(), kind.group(), namespace, name);
	}
}
