package org.fleetdesk.core.fleet;

import java.time.Instant;

import org.fleetdesk.core.Desk;
import org.fleetdesk.kube.config.KubeconfigReader;

/** Clusters of no fleet, for tests of what only carries them. */
public final class Clusters {
	private Clusters() {
	}

	/** A closed cluster of this name. */
	public static Cluster named(String name) {
		return new Cluster(name, name, new KubeconfigReader().parse(Desk.text(name), "test").contexts().getFirst(),
				false, ClusterState.closed(Instant.EPOCH));
	}
}
