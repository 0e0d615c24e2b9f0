package org.fleetdesk.ui.fleet;

import java.util.Objects;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * A kind of one cluster as it is selected in the fleet tree; several of the same kind stand for one list over their
 * clusters.
 *
 * @param cluster the cluster
 * @param type the kind, in the version the cluster prefers
 */
public record KindNode(Cluster cluster, ResourceType type) {
	public KindNode {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(type);
	}
}
