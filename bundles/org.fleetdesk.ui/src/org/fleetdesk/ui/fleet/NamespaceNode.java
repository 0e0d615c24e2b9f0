package org.fleetdesk.ui.fleet;

import java.util.Objects;

import org.fleetdesk.core.fleet.Cluster;

/**
 * A namespace of one cluster as it is selected in the fleet tree.
 *
 * @param cluster the cluster
 * @param namespace its name
 */
public record NamespaceNode(Cluster cluster, String namespace) {
	public NamespaceNode {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(namespace);
	}
}
