package org.fleetdesk.core.capacity;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.live.Part;

/**
 * What a cluster has and what is asked of it, at one moment. Immutable.
 *
 * @param cluster the cluster
 * @param nodes how many nodes it has, where they may be listed
 * @param ready how many of them are ready
 * @param pods how many pods it has that have not ended
 * @param running how many of them run
 * @param cpu cores: of its nodes, of its pods' requests, of what the nodes use
 * @param memory bytes, likewise
 * @param gpu devices, likewise; nobody measures their use here
 * @param storage bytes: of its persistent volumes, and of what claims ask for
 * @param parts how true each list is that this was made of
 */
public record Capacity(Cluster cluster, OptionalInt nodes, OptionalInt ready, OptionalInt pods, OptionalInt running,
		Amount cpu, Amount memory, Amount gpu, Amount storage, List<Part> parts) {
	public Capacity {
		Objects.requireNonNull(cluster);
		parts = List.copyOf(parts);
	}

	/** A cluster of which nothing is known. */
	static Capacity unknown(Cluster cluster) {
		return new Capacity(cluster, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
				Amount.UNKNOWN, Amount.UNKNOWN, Amount.UNKNOWN, Amount.UNKNOWN, List.of());
	}
}
