package org.fleetdesk.core.operation;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.KubeException;

/**
 * What came of one step, previewed or run.
 *
 * @param step which
 * @param state how it ended
 * @param change what it would do or has done; there when the state is DONE, UNCHANGED or CLASHED, and when a
 *            run is UNKNOWN
 * @param problem why it failed; there when the state is FAILED, and when it is UNKNOWN because the cluster did not answer
 */
public record Outcome(Step step, State state, Optional<Change> change, Optional<KubeException> problem) {

	/** How a step ended. */
	public enum State {
		/** It was done, or would be. */
		DONE,
		/** There was nothing to do. */
		UNCHANGED,
		/** Nothing was done: it would take fields over from others. */
		CLASHED,
		/** It was refused, or the cluster did not answer. */
		FAILED,
		/** It was not begun. */
		CANCELLED,
		/** It was cut off, and whether the server has done it could not be found out. */
		UNKNOWN
	}

	public Outcome {
		Objects.requireNonNull(step);
		Objects.requireNonNull(state);
		Objects.requireNonNull(change);
		Objects.requireNonNull(problem);
	}

	static Outcome of(Step step, Change change, boolean done) {
		State state = change.effect() == Change.Effect.UNCHANGED ? State.UNCHANGED : State.DONE;
		return new Outcome(step, done || change.clashes().isEmpty() ? state : State.CLASHED, Optional.of(change),
				Optional.empty());
	}

	static Outcome failed(Step step, KubeException problem) {
		return new Outcome(step, State.FAILED, Optional.empty(), Optional.of(problem));
	}

	static Outcome unknown(Step step, Change wanted, KubeException problem) {
		return new Outcome(step, State.UNKNOWN, Optional.of(wanted), Optional.of(problem));
	}

	static Outcome ended(Step step, State state) {
		return new Outcome(step, state, Optional.empty(), Optional.empty());
	}

	/** What it is about. */
	public Target target() {
		return step.target();
	}
}
