package org.fleetdesk.core.live;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.watch.Freshness;

/**
 * How true one part of a list is.
 *
 * @param cluster the cluster
 * @param namespace the namespace, or empty where the part is the whole cluster
 * @param freshness how true; {@code FAILED} with NotFound where the cluster does not serve the kind
 * @param rows how many rows it has, before filtering
 */
public record Part(Cluster cluster, String namespace, Freshness freshness, int rows) {
}
