package org.fleetdesk.kube;

import java.util.Objects;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Names one object of one API server.
 *
 * @param type its resource
 * @param namespace its namespace, or empty for a cluster-scoped object
 * @param name its name
 */
public record ObjectKey(ResourceType type, String namespace, String name) {
	public ObjectKey {
		Objects.requireNonNull(type);
		Objects.requireNonNull(namespace);
		Objects.requireNonNull(name);
		if (type.namespaced() == namespace.isEmpty()) {
			throw new IllegalArgumentException(type + " with namespace '" + namespace + "'");
		}
	}

	/** "namespace/name", or the name alone. */
	public String path() {
		return namespace.isEmpty() ? name : namespace + "/" + name;
	}
}
