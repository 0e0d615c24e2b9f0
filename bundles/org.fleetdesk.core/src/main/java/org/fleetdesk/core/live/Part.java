package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.Optional;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.watch.Freshness;

/**
 * How true one part of a list is.
 *
 * @param kind the kind
 * @param cluster the cluster
 * @param namespace the namespace, or empty where the part is the whole cluster
 * @param freshness how true; {@code FAILED} with NotFound where the cluster does not serve the kind
 * @param rows how many rows it has, before filtering
 * @param cached of when the rows are, while they are what was remembered of an earlier time
 */
public record Part(KindKey kind, Cluster cluster, String namespace, Freshness freshness, int rows,
		Optional<Instant> cached) {
}
