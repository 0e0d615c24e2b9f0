package org.fleetdesk.kube.internal.http;

import java.time.Duration;
import java.util.Arrays;

/**
 * How far away a server is, by the soonest of its last answers, and so whether it should compress them: over a slow line that
 * saves most of the time, in the same network or through no more than a switch it costs both sides more than it saves. A
 * tunnel begins on this machine and is as far as its other end. Safe for any thread.
 */
final class Distance {
	private static final int REMEMBERED = 16;
	private static final Duration NEAR = Duration.ofMillis(5);

	// guarded by this
	private final long[] took = new long[REMEMBERED];
	private int next;

	/** Far away, until answers say otherwise. */
	Distance() {
		Arrays.fill(took, Long.MAX_VALUE);
	}

	/** The beginning of an answer came so many nanoseconds after the question. */
	synchronized void answered(long nanos) {
		took[next] = nanos;
		next = (next + 1) % REMEMBERED;
	}

	/** Whether one of the last answers came as it can only from nearby. */
	synchronized boolean near() {
		return Arrays.stream(took).min().orElseThrow() <= NEAR.toNanos();
	}
}
