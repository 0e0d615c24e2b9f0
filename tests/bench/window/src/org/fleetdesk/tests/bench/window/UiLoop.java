package org.fleetdesk.tests.bench.window;

import java.util.function.BooleanSupplier;

import org.eclipse.swt.widgets.Display;

/** The event loop of a program, which knows how long its events took. For the UI thread. */
final class UiLoop {
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

	/** Handles what there is to do now, until nothing came for a moment. */
	void settle() {
		long quiet = System.nanoTime() + 60_000_000;
		while (System.nanoTime() < quiet) {
			if (once()) {
				quiet = System.nanoTime() + 60_000_000;
			} else {
				display.timerExec(10, () -> {
					// wakes the sleeper
				});
				display.sleep();
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
