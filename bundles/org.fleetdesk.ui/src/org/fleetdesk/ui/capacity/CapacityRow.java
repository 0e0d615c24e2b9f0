package org.fleetdesk.ui.capacity;

import java.util.Optional;

import org.fleetdesk.core.capacity.Capacity;
import org.fleetdesk.core.capacity.ClusterCapacity;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.ui.fleet.ClusterTexts;

/**
 * A row of the Capacity view. Equal rows are of the same cluster.
 *
 * @param cluster the cluster; none for all together
 * @param capacity what it has
 */
record CapacityRow(Optional<Cluster> cluster, Capacity capacity) {
	static CapacityRow of(ClusterCapacity one) {
		return new CapacityRow(Optional.of(one.cluster()), one.capacity());
	}

	String name() {
		return cluster.map(Cluster::name).orElse(Messages.capacity_all);
	}

	String state() {
		return cluster.map(ClusterTexts::standing).orElse("");
	}

	String version() {
		return cluster.flatMap(c -> c.state().version()).map(ClusterTexts::version).orElse("");
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof CapacityRow row
				&& row.cluster.map(Cluster::id).equals(cluster.map(Cluster::id));
	}

	@Override
	public int hashCode() {
		return cluster.map(Cluster::id).hashCode();
	}
}
