package org.fleetdesk.bench.replay;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind in one cluster, and all that ever happened to them: versions grow by one with each change. Safe
 * for any thread.
 */
final class Played {
	/** The version of the first list. */
	static final int FIRST = 10_000_000;

	/** One change: of which object, how often that has changed by then. */
	record Change(int number, int changes, int version) {
	}

	final Kind kind;
	final int count;

	// guarded by this
	private final int[] versions;
	private final int[] changes;
	private int[] changed = new int[1024]; // numbers of objects, by version
	private int[] nth = new int[1024]; // how often it had changed then
	private long[] micros = new long[1024]; // since 1970
	private int happened;
	private int oldest; // what came before is not known any more

	Played(Kind kind, int count) {
		this.kind = kind;
		this.count = count;
		this.versions = new int[count];
		this.changes = new int[count];
		Arrays.fill(versions, FIRST);
	}

	synchronized int version() {
		return FIRST + happened;
	}

	synchronized int version(int number) {
		return versions[number];
	}

	synchronized int changes(int number) {
		return changes[number];
	}

	/** Changes so many objects, at random. */
	synchronized void change(SplittableRandom random, int times) {
		for (int i = 0; i < times; i++) {
			if (happened == changed.length) {
				changed = Arrays.copyOf(changed, 2 * happened);
				nth = Arrays.copyOf(nth, 2 * happened);
				micros = Arrays.copyOf(micros, 2 * happened);
			}
			int number = random.nextInt(count);
			changed[happened] = number;
			nth[happened] = ++changes[number];
			micros[happened] = now();
			happened++;
			versions[number] = FIRST + happened;
		}
		notifyAll();
	}

	static long now() {
		java.time.Instant now = java.time.Instant.now();
		return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + now.getNano() / 1_000;
	}

	/** Whether a watch may begin at a version. */
	synchronized boolean known(int version) {
		return version >= FIRST + oldest;
	}

	/** Forgets what happened until now: a watch from before is told that it is gone. */
	synchronized void compact() {
		change(new SplittableRandom(), 1);
		oldest = happened;
	}

	/** The change after a version; null if none comes in that time. */
	synchronized @Nullable Change after(int version, long millis)
			throws InterruptedException {
		if (FIRST + happened <= version) {
			wait(millis);
		}
		int next = version - FIRST;
		return next < happened ? new Change(changed[next], nth[next], version + 1) : null;
	}

	/** Every change so far as text: its version, the object's number, microseconds since 1970. */
	synchronized String log() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < happened; i++) {
			text.append(FIRST + i + 1).append(' ').append(changed[i]).append(' ').append(micros[i]).append('\n');
		}
		return text.toString();
	}
}
