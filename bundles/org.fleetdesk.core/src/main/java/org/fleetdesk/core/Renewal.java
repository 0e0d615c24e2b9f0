package org.fleetdesk.core;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;

/**
 * Does a piece of work again when something has changed: on a thread of its own, never twice at once, not too often unless
 * someone waits for it; what changes while it is done is seen to afterwards. Safe for any thread; its owner closes it.
 */
public final class Renewal implements AutoCloseable {
	private static final long SHORTEST_SLEEP_MILLIS = 1_000;
	private static final long LONGEST_SLEEP_MILLIS = 5_000;

	private enum State {
		IDLE, PLANNED, WORKING, WORKING_AND_OUT_OF_DATE, CLOSED
	}

	private final Background background;
	private final Runnable work;
	private final Runnable end;
	private final LongUnaryOperator gap;

	// guarded by this
	private State state = State.IDLE;
	private boolean asked; // by someone who waits, so that there is no rest
	private long wake; // when it is touched because time has passed
	private long plans; // the newest of them holds
	private long rested; // from when on, by the clock, it may work again
	private long rest; // how long that was, so that a clock that is set back does not make it longer

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

	/**
	 * Something changes at a time, in milliseconds since 1970 ({@link Long#MAX_VALUE}: never), only because that comes. It is
	 * touched about then: in a second at the soonest, and in five at the latest, when it can say so again; one such touch is
	 * planned at a time.
	 */
	public synchronized void touchAt(long millis) {
		long now = background.clock().millis();
		if (millis < Long.MAX_VALUE && now >= wake && state != State.CLOSED) {
			wake = now + Math.clamp(millis - now, SHORTEST_SLEEP_MILLIS, LONGEST_SLEEP_MILLIS);
			background.scheduler().schedule(this::touch, wake - now, TimeUnit.MILLISECONDS);
		}
	}

	/** Someone waits for what has changed: the work is done as soon as it can, without a rest. */
	public synchronized void ask() {
		asked = true;
		if (state == State.PLANNED) {
			plan();
		} else {
			touch();
		}
	}

	private void plan() {
		state = State.PLANNED;
		long plan = ++plans;
		long wait = asked ? 0 : Math.clamp(rested - background.clock().millis(), 0, rest);
		background.scheduler().schedule(() -> background.threads().newThread(() -> run(plan)).start(), wait,
				TimeUnit.MILLISECONDS);
	}

	private void run(long plan) {
		synchronized (this) {
			if (state != State.PLANNED || plan != plans) {
				return;
			}
			state = State.WORKING;
			asked = false;
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
		rest = gap.applyAsLong(now - begun);
		rested = now + rest;
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
