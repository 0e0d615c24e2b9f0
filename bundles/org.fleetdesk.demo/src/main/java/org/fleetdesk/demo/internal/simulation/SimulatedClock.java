package org.fleetdesk.demo.internal.simulation;

import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/** A clock that stands where it is set until it is let go; then it shows the real time. Safe for any thread. */
public final class SimulatedClock implements InstantSource {

	private volatile @Nullable Instant fixed;

	/** A clock that stands. */
	public SimulatedClock(Instant start) {
		fixed = start;
	}

	@Override
	public Instant instant() {
		Instant stands = fixed;
		return stands == null ? Instant.now() : stands;
	}

	void set(Instant time) {
		fixed = time;
	}

	boolean running() {
		return fixed == null;
	}

	void run() {
		fixed = null;
	}
}
