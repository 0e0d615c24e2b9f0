package org.fleetdesk.core.capacity;

import java.util.Objects;

import org.fleetdesk.core.fleet.Cluster;

/**
 * What one cluster has and what is asked of it.
 *
 * @param cluster the cluster
 * @param capacity unknown while the cluster is not open
 */
public record ClusterCapacity(Cluster cluster, Capacity capacity) {
	public ClusterCapacity {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(capacity);
	}
}
