package org.fleetdesk.core.fleet;

import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.live.ListMemory;

/**
 * Remembers what was known of clusters beyond the life of a program. Safe for any thread; throws nothing for what a disk
 * does.
 */
public interface FleetMemory {

	/** Remembers nothing. */
	FleetMemory NONE = new FleetMemory() {
		@Override
		public ListMemory lists() {
			return ListMemory.NONE;
		}

		@Override
		public Optional<ClusterState> known(Cluster cluster) {
			return Optional.empty();
		}

		@Override
		public void know(Cluster cluster) {
			// nothing is kept
		}

		@Override
		public void registered(Set<String> clusters) {
			// nothing is kept
		}

		@Override
		public void forget(Set<String> clusters) {
			// nothing is kept
		}
	};

	/** Remembers lists. */
	ListMemory lists();

	/** What was last known of a cluster: version, kinds, counts; as closed, since it was known. Blocks for the disk. */
	Optional<ClusterState> known(Cluster cluster);

	/** Keeps what is known of an open cluster now; returns at once. */
	void know(Cluster cluster);

	/** Says the ids of all clusters there are, so that others can be forgotten in the course of time; returns at once. */
	void registered(Set<String> clusters);

	/** Forgets clusters that a person removed, by their ids; returns at once. */
	void forget(Set<String> clusters);
}
