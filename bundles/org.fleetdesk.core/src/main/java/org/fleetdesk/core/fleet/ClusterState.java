package org.fleetdesk.core.fleet;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ServerVersion;

/**
 * What is known of a cluster. Immutable; what was known stays known when the cluster goes away.
 *
 * @param phase how it stands
 * @param since since when
 * @param problem why it is away
 * @param version the server's version, once known
 * @param catalogue what it serves, empty until known
 * @param nodes how many nodes, where the user may count them
 * @param pods how many pods, where the user may count them
 */
public record ClusterState(Phase phase, Instant since, Optional<KubeException> problem, Optional<ServerVersion> version,
		Catalogue catalogue, OptionalLong nodes, OptionalLong pods) {

	/** How a cluster stands. */
	public enum Phase {
		/** Registered, not contacted. */
		CLOSED,
		/** Being contacted for the first time. */
		OPENING,
		/** Answers. */
		OPEN,
		/** Was opened and does not answer, or refuses; tried again by itself. */
		AWAY
	}

	public ClusterState {
		Objects.requireNonNull(phase);
		Objects.requireNonNull(since);
		Objects.requireNonNull(problem);
		Objects.requireNonNull(version);
		Objects.requireNonNull(catalogue);
		Objects.requireNonNull(nodes);
		Objects.requireNonNull(pods);
	}

	static ClusterState closed(Instant since) {
		return new ClusterState(Phase.CLOSED, since, Optional.empty(), Optional.empty(), Catalogue.EMPTY,
				OptionalLong.empty(), OptionalLong.empty());
	}

	ClusterState in(Phase other, Instant when, Optional<KubeException> why) {
		return new ClusterState(other, phase == other ? since : when, why, version, catalogue, nodes, pods);
	}

	/** The same with what was known earlier, as long as nothing is known. */
	ClusterState knowing(ClusterState earlier) {
		return phase == Phase.OPEN || !catalogue.types().isEmpty()
				? this
				: new ClusterState(phase, since, problem, earlier.version, earlier.catalogue, earlier.nodes,
						earlier.pods);
	}
}
