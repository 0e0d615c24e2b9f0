package org.fleetdesk.kube.watch;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;

/**
 * How true a list is.
 *
 * @param state what is known
 * @param since since when it is in this state
 * @param problem why it is not live, where something failed
 */
public record Freshness(State state, Instant since, Optional<KubeException> problem) {

	/** What is known of a list's truth. */
	public enum State {
		/** The first list has not arrived whole. */
		LOADING,
		/** Listed and watched: every change shows at once. */
		LIVE,
		/** Was live, or never came; the server is away or the watch is broken; tried again by itself, soon. */
		STALE,
		/**
		 * Never came, and asking again is no use before something changes (no rights, no such kind, login); tried again by
		 * itself, slowly.
		 */
		FAILED
	}

	public Freshness {
		Objects.requireNonNull(state);
		Objects.requireNonNull(since);
		Objects.requireNonNull(problem);
	}
}
