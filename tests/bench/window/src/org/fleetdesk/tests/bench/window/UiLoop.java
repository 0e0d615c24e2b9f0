package org.fleetdesk.tests.bench.window;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;

/** The event loop of a program, which knows how long its events took. For the UI thread. */
final class UiLoop {
	private static final long QUIET = 80_000_000;
	private static final long WORK = 500_000;
	private static final long LONGEST_WORK = 5_000_000_000L;

	private final Display display;
	private long nanos;
	private long longest;

	UiLoop(Display display) {
		this.display = display;
	}

	/** Handles events until something is so. */
	void until(BooleanSupplier over) {
		while (!over.getAsBoolean()) {
			if (!once()) {
				display.sleep();
			}
		}
	}

	/** Handles what comes until nothing that is work came for a moment, for a few seconds at most. */
	void settle() {
		long end = System.nanoTime() + LONGEST_WORK;
		long quiet = System.nanoTime() + QUIET;
		while (System.nanoTime() < Math.min(quiet, end)) {
			long before = nanos;
			if (!once()) {
				display.timerExec(10, () -> {
					// wakes the sleeper
				});
				display.sleep();
			} else if (nanos - before > WORK) {
				quiet = System.nanoTime() + QUIET;
			}
		}
	}

	/** Handles what has come. */
	void pending() {
		while (once()) {
			// the next
		}
	}

	/** Handles one event, if there is one. */
	private boolean once() {
		long begun = System.nanoTime();
		boolean any = display.readAndDispatch();
		if (any) {
			count(System.nanoTime() - begun);
		}
		return any;
	}

	/** Does something that counts as an event. */
	void run(Runnable work) {
		long begun = System.nanoTime();
		work.run();
		count(System.nanoTime() - begun);
	}

	private void count(long taken) {
		nanos += taken;
		longest = Math.max(longest, taken);
	}

	/** Milliseconds that events took since the last question. */
	double millis() {
		double taken = nanos / 1e6;
		nanos = 0;
		return taken;
	}

	/** Milliseconds of the longest event since the last question. */
	double longest() {
		double taken = longest / 1e6;
		longest = 0;
		return taken;
	}
}
