package org.fleetdesk.ui;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Widget;

import org.jspecify.annotations.Nullable;

/**
 * The way to the UI thread, for one widget (a view's, mostly) or for the workbench as a whole: asynchronous only, and work
 * for a widget that is gone is dropped. The one class that touches {@link Display}. Safe for any thread unless a method
 * says otherwise; holds nothing to close.
 */
public final class UiExecutor implements Executor {
	private final Display display;
	private final BooleanSupplier gone;

	private UiExecutor(Display display, BooleanSupplier gone) {
		this.display = Objects.requireNonNull(display);
		this.gone = gone;
	}

	/** For a widget; call it on the UI thread. */
	public static UiExecutor of(Widget widget) {
		return new UiExecutor(widget.getDisplay(), widget::isDisposed);
	}

	/** For as long as the workbench runs. */
	public static UiExecutor of(Display display) {
		return new UiExecutor(display, display::isDisposed);
	}

	/** The same, but gone already once this is so; asked on any thread. */
	public UiExecutor until(BooleanSupplier over) {
		return new UiExecutor(display, () -> gone.getAsBoolean() || over.getAsBoolean());
	}

	/** Runs work soon on the UI thread, or never if the widget is gone by then. */
	@Override
	public void execute(Runnable work) {
		execute(work, () -> {
			// dropped
		});
	}

	/** Runs work soon on the UI thread, or {@code otherwise} (on any thread) if the widget or the display is gone. */
	public void execute(Runnable work, Runnable otherwise) {
		try {
			display.asyncExec(() -> (gone.getAsBoolean() ? otherwise : work).run());
		} catch (SWTException e) {
			if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
			otherwise.run();
		}
	}

	/**
	 * Makes of an update something that any thread may call at any rate: however often it is called, one update is pending
	 * at most, and one runs after the last call.
	 */
	public Runnable coalescing(Runnable update) {
		AtomicBoolean pending = new AtomicBoolean();
		return () -> {
			if (pending.compareAndSet(false, true)) {
				execute(() -> {
					pending.set(false);
					update.run();
				});
			}
		};
	}

	/** Runs work every so often until the widget is gone; the first time after one period. */
	public void every(Duration period, Runnable work) {
		execute(() -> display.timerExec(millis(period), new Runnable() {
			@Override
			public void run() {
				if (!gone.getAsBoolean()) {
					work.run();
					display.timerExec(millis(period), this);
				}
			}
		}));
	}

	/**
	 * Makes of work something that waits until it was not called for a while, as a filter does while someone types; what it
	 * gives back is called on the UI thread only.
	 */
	public Runnable afterPause(Duration pause, Runnable work) {
		Runnable timed = () -> {
			if (!gone.getAsBoolean()) {
				work.run();
			}
		};
		return () -> display.timerExec(millis(pause), timed);
	}

	/** What has the focus in a shell's display; null if nothing of ours has it. Call it on the UI thread. */
	public static @Nullable Control focus(Shell shell) {
		return shell.getDisplay().getFocusControl();
	}

	private static int millis(Duration duration) {
		return Math.toIntExact(duration.toMillis());
	}
}
