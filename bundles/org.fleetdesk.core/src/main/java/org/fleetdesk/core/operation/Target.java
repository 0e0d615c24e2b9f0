package org.fleetdesk.core.operation;

import java.util.Objects;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.kube.ObjectKey;

/**
 * The object that a step changes.
 *
 * @param cluster where it is
 * @param key its type, namespace and name; the name is empty for an object that the server shall name
 */
public record Target(ClusterAccess cluster, ObjectKey key) {
	public Target {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(key);
	}

	/** "deployments.apps web/api", without the cluster. */
	@Override
	public String toString() {
		return key.type().qualifiedName() + " " + key.path();
	}
}
