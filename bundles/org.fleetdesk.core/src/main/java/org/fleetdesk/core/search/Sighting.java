package org.fleetdesk.core.search;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an object without asking its server.
 *
 * @param state whether it is there
 * @param status its status as its list shows it: "Running", "CrashLoopBackOff"; empty if its kind shows none
 * @param knowledge how old that is; empty if nothing is known
 */
public record Sighting(State state, String status, Optional<Knowledge> knowledge) {
	/** Nothing is known. */
	public static final Sighting UNKNOWN = new Sighting(State.UNKNOWN, "", Optional.empty());

	/** Whether an object is there. */
	public enum State {
		/** It is, or was when it was last known. */
		THERE,
		/** It is not: its list is live and has it not. */
		GONE,
		/** Its kind is not listed, or was when it was not there yet or no more. */
		UNKNOWN
	}

	public Sighting {
		Objects.requireNonNull(state);
		Objects.requireNonNull(status);
		Objects.requireNonNull(knowledge);
	}
}
