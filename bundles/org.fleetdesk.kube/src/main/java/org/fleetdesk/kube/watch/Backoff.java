package org.fleetdesk.kube.watch;

import java.util.random.RandomGenerator;

/** How long to wait after the next failure: 0.8 s doubling to 30 s, each with jitter, as client-go's reflector. For one thread. */
final class Backoff {

	static final long SHORTEST = 800;
	static final long LONGEST = 30_000;

	private final RandomGenerator random;
	private long base = SHORTEST;

	Backoff(RandomGenerator random) {
		this.random = random;
	}

	/** Milliseconds to wait now. */
	long next() {
		long wait = Math.min(LONGEST, jittered(base, base));
		base = Math.min(LONGEST, 2 * base);
		return wait;
	}

	/** Something went well. */
	void reset() {
		base = SHORTEST;
	}

	/** A time and up to so much more. */
	long jittered(long millis, long more) {
		return millis + (long) (random.nextDouble() * more);
	}
}
