package org.fleetdesk.cli.change;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.cli.fleet.FourAtATime;

/**
 * While it is open, an interrupt of the program (Ctrl+C) ends the threads that change something, and the program waits
 * until what they did is said and kept, for a few seconds at most.
 */
final class Interruption implements AutoCloseable {
	private static final Duration PATIENCE = Duration.ofSeconds(5);
	private final CountDownLatch said = new CountDownLatch(1);
	private final Thread hook;

	Interruption(FourAtATime threads) {
		hook = Thread.ofPlatform().unstarted(() -> {
			try {
				threads.end(PATIENCE);
				said.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt(); // no more patience
			}
		});
		Runtime.getRuntime().addShutdownHook(hook);
	}

	/** Everything is said. */
	@Override
	public void close() {
		said.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException e) {
			Thread.currentThread().interrupt(); // the program is ending: nothing more is begun
		}
	}
}
