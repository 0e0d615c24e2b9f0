package org.fleetdesk.demo.internal.api;

import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.store.Key;

/**
 * What a path names.
 *
 * @param namespace empty for a cluster-wide kind or all namespaces
 * @param name empty for a collection
 * @param subresource empty for the object itself
 */
record Target(Kind kind, String namespace, String name, String subresource) {

	Key key() {
		return new Key(kind.storage(), namespace, name);
	}

	Target named(String object) {
		return new Target(kind, namespace, object, subresource);
	}
}
