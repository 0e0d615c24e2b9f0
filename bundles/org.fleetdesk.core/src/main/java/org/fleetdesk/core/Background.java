package org.fleetdesk.core;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Threads and time, handed to core by each program's assembly; core makes none of its own. In tests a time that passes
 * only when told to.
 *
 * @param threads makes the (virtual) threads that block on servers and files
 * @param scheduler runs short, non-blocking work later; its owner is the assembly
 * @param clock what time it is
 */
public record Background(ThreadFactory threads, ScheduledExecutorService scheduler, InstantSource clock) {
	public Background {
		Objects.requireNonNull(threads);
		Objects.requireNonNull(scheduler);
		Objects.requireNonNull(clock);
	}

	/** Waits as long as the scheduler's time takes; for threads that may block. */
	public void pause(long millis) throws InterruptedException {
		ScheduledFuture<?> over = scheduler.schedule(() -> {
			// the time itself is what is waited for
		}, millis, TimeUnit.MILLISECONDS);
		try {
			over.get();
		} catch (ExecutionException e) {
			throw new IllegalStateException(e); // nothing runs that could fail
		} finally {
			over.cancel(false);
		}
	}
}
