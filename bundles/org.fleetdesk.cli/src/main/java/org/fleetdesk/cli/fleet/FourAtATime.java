package org.fleetdesk.cli.fleet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Asks many clusters, at most four at the same time, started in their order. Closing interrupts what still runs. */
public final class FourAtATime implements AutoCloseable {
	private static final int CLUSTERS = 4;
	private final ExecutorService executor;

	/** Work is done on threads of this factory. */
	public FourAtATime(ThreadFactory threads) {
		executor = Executors.newFixedThreadPool(CLUSTERS, threads);
	}

	/** Starts the work of every cluster; results are taken by {@link #result} in any order. */
	public <T> List<Future<T>> start(List<Target> targets, Function<Target, Callable<T>> work) {
		return targets.stream().map(target -> executor.submit(work.apply(target))).toList();
	}

	/** Starts other work on one of its threads. */
	public <T> Future<T> start(Callable<T> work) {
		return executor.submit(work);
	}

	/** Waits for a result; what the work threw is thrown here. */
	public static <T> T result(Future<T> future) throws InterruptedException {
		try {
			return future.get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof RuntimeException problem) {
				throw problem;
			}
			throw new IllegalStateException(e.getCause());
		}
	}

	/** Interrupts what still runs and waits for it to end, no longer than this. */
	public void end(Duration patience) throws InterruptedException {
		executor.shutdownNow();
		executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() {
		executor.shutdownNow();
	}
}
