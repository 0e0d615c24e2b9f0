package org.fleetdesk.core;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;

/**
 * Does a piece of work again when something has changed: on a thread of its own, never twice at once, not too often; what
 * changes while it is done is seen to afterwards. Safe for any thread; its owner closes it.
 */
public final class Renewal implements AutoCloseable {
	private enum State {
		IDLE, PLANNED, WORKING, WORKING_AND_OUT_OF_DATE, CLOSED
	}

	private final Background background;
	private final Runnable work;
	private final Runnable end;
	private final LongUnaryOperator gap;

	// guarded by this
	private State state = State.IDLE;
	private long earliest;

	/**
	 * A renewal of nothing yet.
	 *
	 * @param work done again and again; what it throws reaches its thread's handler, and the next change tries again
	 * @param end done once after the last work, when this is closed; fast
	 * @param gap how many milliseconds it rests after work that took so many
	 */
	public Renewal(Background background, Runnable work, Runnable end, LongUnaryOperator gap) {
		this.background = Objects.requireNonNull(background);
		this.work = Objects.requireNonNull(work);
		this.end = Objects.requireNonNull(end);
		this.gap = Objects.requireNonNull(gap);
	}

	/** Something has changed. */
	public synchronized void touch() {
		switch (state) {
			case IDLE -> plan();
			case WORKING -> state = State.WORKING_AND_OUT_OF_DATE;
			default -> {
				// it is planned already, or there is nothing left to do
			}
		}
	}

	private void plan() {
		state = State.PLANNED;
		long wait = Math.max(0, earliest - background.clock().millis());
		background.scheduler().schedule(() -> background.threads().newThread(this::run).start(), wait,
				TimeUnit.MILLISECONDS);
	}

	private void run() {
		synchronized (this) {
			if (state == State.CLOSED) {
				return;
			}
			state = State.WORKING;
		}
		long begun = background.clock().millis();
		try {
			work.run();
		} finally {
			if (worked(begun)) {
				end.run();
			}
		}
	}

	/** Plans what is to be done next; says whether this was closed meanwhile. */
	private synchronized boolean worked(long begun) {
		long now = background.clock().millis();
		earliest = now + gap.applyAsLong(now - begun);
		if (state == State.WORKING_AND_OUT_OF_DATE) {
			plan();
		} else if (state == State.WORKING) {
			state = State.IDLE;
		}
		return state == State.CLOSED;
	}

	/** Whether it was closed. */
	public synchronized boolean closed() {
		return state == State.CLOSED;
	}

	/** Nothing is begun any more; returns at once, and work that is under way comes to its end. A second time does nothing. */
	@Override
	public void close() {
		State before;
		synchronized (this) {
			before = state;
			state = State.CLOSED;
		}
		if (before == State.IDLE || before == State.PLANNED) {
			end.run();
		}
	}
}
