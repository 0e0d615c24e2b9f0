package org.fleetdesk.kube.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * A time that passes only when every thread waits, and threads of which one runs at a time: always the one whose wait ends
 * next. So what happens is the same each time. Who begins it sleeps in it, too, and ends all others.
 */
final class ModelTime implements InstantSource {

	/** What a thread does. */
	interface Work {
		void run() throws InterruptedException;
	}

	private record Sleeper(long until, long order, Semaphore turn) {
	}

	private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>(
			Comparator.comparingLong(Sleeper::until).thenComparingLong(Sleeper::order));
	private final List<Thread> threads = new ArrayList<>();
	private final List<Throwable> failures = new ArrayList<>();
	private long now;
	private long order;

	@Override
	public Instant instant() {
		return Instant.ofEpochMilli(now);
	}

	@Override
	public long millis() {
		return now;
	}

	private Sleeper sleeper(long millis) {
		Sleeper sleeper = new Sleeper(now + millis, order++, new Semaphore(0));
		sleepers.add(sleeper);
		return sleeper;
	}

	private void next() {
		Sleeper next = sleepers.poll();
		if (next != null) {
			now = next.until;
			next.turn.release();
		}
	}

	void sleep(long millis) throws InterruptedException {
		Sleeper me = sleeper(millis);
		if (sleepers.peek() == me) {
			sleepers.poll();
			now = me.until;
			return;
		}
		next();
		me.turn.acquire();
	}

	/** Begins a thread, which runs when the caller sleeps. */
	void start(Work work) {
		Sleeper begin = sleeper(0);
		threads.add(Thread.ofVirtual().start(() -> {
			try {
				begin.turn.acquire();
				work.run();
			} catch (InterruptedException over) {
				return;
			} catch (Throwable e) {
				failures.add(e);
			}
			next();
		}));
	}

	/** Ends all threads; what one of them failed with. */
	@Nullable
	Throwable end() throws InterruptedException {
		threads.forEach(Thread::interrupt);
		for (Thread thread : threads) {
			thread.join();
		}
		return failures.isEmpty() ? null : failures.getFirst();
	}
}
