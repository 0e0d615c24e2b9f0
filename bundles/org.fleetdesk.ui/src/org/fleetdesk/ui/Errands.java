package org.fleetdesk.ui;

import java.io.UncheckedIOException;
import java.util.Objects;

import org.fleetdesk.core.Background;

/** Runs short work that a person started and that may touch files, off the UI thread. Safe for any thread. */
public final class Errands {

	/** Such work. */
	@FunctionalInterface
	public interface Errand {
		/** Does it. */
		void run() throws InterruptedException;
	}

	private final Background background;
	private final Failures failures;

	/** Errands on the threads of {@code background}. */
	public Errands(Background background, Failures failures) {
		this.background = Objects.requireNonNull(background);
		this.failures = Objects.requireNonNull(failures);
	}

	/**
	 * Runs an errand soon.
	 *
	 * @param failure the sentence to tell if files cannot be read or written
	 */
	public void run(String failure, Errand errand) {
		background.threads().newThread(() -> {
			try {
				errand.run();
			} catch (UncheckedIOException e) {
				failures.report(failure, e);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt(); // the program ends
			}
		}).start();
	}
}
