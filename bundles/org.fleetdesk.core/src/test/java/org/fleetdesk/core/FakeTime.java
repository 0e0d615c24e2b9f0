package org.fleetdesk.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Time that passes only when a test says so, and threads that it knows: time goes on when every thread waits for it or
 * for {@link #until} something, so that a test sees the same each time it runs. Threads are real; what they wait for must
 * be this time's or the fake server's.
 */
public final class FakeTime {
	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

	private final Object lock = new Object();
	private final PriorityQueue<Task> tasks = new PriorityQueue<>(
			Comparator.comparingLong((Task t) -> t.at).thenComparingLong(t -> t.number)); // guarded by lock
	private final Set<FakeThread> threads = new HashSet<>(); // guarded by lock
	private int busy; // threads that run; guarded by lock
	private long started; // guarded by lock
	private long numbers; // guarded by lock
	private volatile long now = Instant.parse("2026-01-02T03:04:05Z").toEpochMilli();
	private final Background background = new Background(FakeThread::new, new Scheduler(),
			() -> Instant.ofEpochMilli(now));

	/** Threads and time for what is tested. */
	public Background background() {
		return background;
	}

	/** What time it is. */
	public InstantSource clock() {
		return background.clock();
	}

	/** How many threads live. */
	public int threads() {
		synchronized (lock) {
			return threads.size();
		}
	}

	/** How many threads were ever started. */
	public long started() {
		synchronized (lock) {
			return started;
		}
	}

	/** How many tasks wait for their time. */
	public int tasks() {
		synchronized (lock) {
			return tasks.size();
		}
	}

	/** Waits, on a thread of this time, until something is so; {@link #signal} has it looked at again. */
	public void until(BooleanSupplier condition) throws InterruptedException {
		if (!(Thread.currentThread() instanceof FakeThread me)) {
			throw new IllegalStateException("A test's own thread would wait for ever.");
		}
		synchronized (lock) {
			while (!condition.getAsBoolean()) {
				if (Thread.interrupted()) {
					throw new InterruptedException();
				}
				me.waits = true;
				busy--;
				lock.notifyAll();
				while (me.waits) {
					lock.wait();
				}
			}
		}
	}

	/** Has every waiting thread look again. */
	public void signal() {
		synchronized (lock) {
			threads.forEach(this::wake);
			lock.notifyAll();
		}
	}

	private void wake(FakeThread thread) {
		if (thread.waits) {
			thread.waits = false;
			busy++;
		}
	}

	/** Returns when no thread runs. */
	public void settle() {
		long end = System.nanoTime() + PATIENCE_NANOS;
		synchronized (lock) {
			while (busy > 0) {
				long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				if (left <= 0) {
					AssertionError stuck = new AssertionError(busy + " threads do not come to rest");
					for (FakeThread thread : threads) {
						Throwable stack = new Throwable(thread.getName() + (thread.waits ? " waits" : " runs"));
						stack.setStackTrace(thread.getStackTrace());
						stuck.addSuppressed(stack);
					}
					throw stuck;
				}
				try {
					lock.wait(left);
				} catch (InterruptedException e) {
					throw new IllegalStateException(e);
				}
			}
		}
	}

	/** Lets time pass, with all that happens in it. */
	public void advance(Duration time) {
		long end = now + time.toMillis();
		settle();
		while (step(end)) {
			settle();
		}
		now = end;
	}

	/** Lets time pass until something is so; fails if it is not within a quarter of an hour. Returns how long it took. */
	public Duration advanceUntil(BooleanSupplier condition) {
		long begun = now;
		long end = begun + Duration.ofMinutes(15).toMillis();
		settle();
		while (!condition.getAsBoolean()) {
			if (!step(end)) {
				throw new AssertionError("did not come true in " + Duration.ofMillis(end - begun));
			}
			settle();
		}
		return Duration.ofMillis(now - begun);
	}

	private boolean step(long end) {
		Task task;
		synchronized (lock) {
			task = tasks.peek();
			if (task == null || task.at > end) {
				return false;
			}
			tasks.remove();
			now = Math.max(now, task.at);
		}
		task.run();
		signal();
		return true;
	}

	private final class FakeThread extends Thread {
		private boolean waits; // guarded by lock

		private FakeThread(Runnable work) {
			super(work);
			setDaemon(true);
		}

		@Override
		public void start() {
			synchronized (lock) {
				busy++;
				started++;
				threads.add(this);
			}
			super.start();
		}

		@Override
		public void run() {
			try {
				super.run();
			} finally {
				synchronized (lock) {
					busy--;
					threads.remove(this);
					lock.notifyAll();
				}
			}
		}

		@Override
		public void interrupt() {
			synchronized (lock) {
				wake(this);
				super.interrupt();
			}
		}
	}

	private final class Task implements ScheduledFuture<Object> {
		private final Runnable work;
		private final long period;
		private final long number;
		private long at;
		private volatile boolean done;
		private volatile boolean cancelled;

		private Task(Runnable work, long at, long period, long number) {
			this.work = work;
			this.at = at;
			this.period = period;
			this.number = number;
		}

		private void run() {
			work.run();
			if (period > 0 && !cancelled) {
				synchronized (lock) {
					at = now + period;
					tasks.add(this);
				}
			} else {
				done = true;
			}
		}

		@Override
		public boolean cancel(boolean interrupt) {
			synchronized (lock) {
				cancelled = true;
				return tasks.remove(this);
			}
		}

		@Override
		public Object get() throws InterruptedException {
			until(() -> done || cancelled);
			if (cancelled) {
				throw new CancellationException();
			}
			return "";
		}

		@Override
		public Object get(long timeout, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isCancelled() {
			return cancelled;
		}

		@Override
		public boolean isDone() {
			return done || cancelled;
		}

		@Override
		public long getDelay(TimeUnit unit) {
			return unit.convert(at - now, TimeUnit.MILLISECONDS);
		}

		@Override
		public int compareTo(Delayed other) {
			return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
		}
	}

	private final class Scheduler extends AbstractExecutorService implements ScheduledExecutorService {
		private Task add(Runnable work, long delay, long period, TimeUnit unit) {
			synchronized (lock) {
				Task task = new Task(work, now + unit.toMillis(delay), unit.toMillis(period), numbers++);
				tasks.add(task);
				return task;
			}
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
			return add(work, delay, 0, unit);
		}

		@Override
		public ScheduledFuture<?> scheduleWithFixedDelay(Runnable work, long first, long delay, TimeUnit unit) {
			return add(work, first, delay, unit);
		}

		@Override
		public ScheduledFuture<?> scheduleAtFixedRate(Runnable work, long first, long period, TimeUnit unit) {
			return add(work, first, period, unit);
		}

		@Override
		public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void execute(Runnable work) {
			add(work, 0, 0, TimeUnit.MILLISECONDS);
		}

		@Override
		public void shutdown() {
			shutdownNow();
		}

		@Override
		public List<Runnable> shutdownNow() {
			synchronized (lock) {
				tasks.clear();
			}
			return new ArrayList<>();
		}

		@Override
		public boolean isShutdown() {
			return false;
		}

		@Override
		public boolean isTerminated() {
			return false;
		}

		@Override
		public boolean awaitTermination(long timeout, TimeUnit unit) {
			return true;
		}
	}
}
