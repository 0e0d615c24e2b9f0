package org.fleetdesk.core.cache;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;

/** Which list: of a cluster at a server, so that what another server had is never shown as this one's. */
record ListKey(String cluster, String server, Scope scope) {

	static ListKey of(LiveStore store) {
		return new ListKey(store.cluster().id(), server(store.cluster()), store.scope());
	}

	static String server(Cluster cluster) {
		return cluster.context().server().url().toString();
	}

	/** Whether it is kept: what somebody chose by fields is one object for an editor, and gone with it. */
	boolean kept() {
		return scope.fields().isEmpty();
	}

	/** An object of the list's cluster and kind. */
	ObjectName object(String namespace, String name) {
		return new ObjectName(cluster, server, KindKey.of(scope.type()), namespace, name);
	}

	/** The scope as one word of the database. */
	String word() {
		ResourceType type = scope.type();
		return String.join("\n", type.apiVersion(), type.plural(), scope.namespace(), scope.labels());
	}
}
