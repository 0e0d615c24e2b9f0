package org.fleetdesk.tests.ui.driver;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** The UI thread as a journey sees it: asked from the test's thread, which waits for the answer or for a condition. */
public final class Ui {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final Duration PAUSE = Duration.ofMillis(50);

	private Ui() {
	}

	/** The workbench's display. */
	public static Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/** The workbench window; call it on the UI thread. */
	public static Shell window() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
	}

	/** The workbench page; call it on the UI thread. */
	public static IWorkbenchPage page() {
		return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
	}

	/** Asks on the UI thread and returns the answer; what the question throws is thrown here. */
	public static <T> T ask(Supplier<T> question) {
		CompletableFuture<T> answer = new CompletableFuture<>();
		display().syncExec(() -> {
			try {
				answer.complete(question.get());
			} catch (RuntimeException | AssertionError e) {
				answer.completeExceptionally(e);
			}
		});
		try {
			return answer.join();
		} catch (CompletionException e) {
			if (e.getCause() instanceof Error error) {
				throw error;
			}
			throw (RuntimeException) e.getCause();
		}
	}

	/** Does something on the UI thread and waits until it is done. */
	public static void run(Runnable deed) {
		ask(() -> {
			deed.run();
			return true;
		});
	}

	/** Does something on the UI thread that may wait for the journey, such as opening a dialog; returns at once. */
	public static void later(Runnable deed) {
		display().asyncExec(deed);
	}

	/** Runs a command as its key would; call it on the UI thread. */
	public static void execute(String command) {
		try {
			PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			throw new AssertionError(e);
		}
	}

	/** The text on the clipboard, empty if there is none. */
	public static String clipboard() {
		return ask(() -> {
			Clipboard clipboard = new Clipboard(display());
			try {
				return clipboard.getContents(TextTransfer.getInstance()) instanceof String text ? text : "";
			} finally {
				clipboard.dispose();
			}
		});
	}

	/** Waits until a condition, asked on the UI thread, holds; fails naming what was awaited. */
	public static void await(String what, BooleanSupplier condition) {
		await(what, PATIENCE, () -> ask(condition::getAsBoolean));
	}

	/** Gives the window a second to paint what nobody can ask about, before a picture is taken. */
	public static void settle() {
		long end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
		await("the window to paint", () -> System.nanoTime() > end);
	}

	/** Waits so long at most until a condition, asked on this thread, holds; fails naming what was awaited. */
	public static void await(String what, Duration patience, BooleanSupplier condition) {
		long end = System.nanoTime() + patience.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				throw new AssertionError("waited " + patience.toSeconds() + " s in vain for: " + what);
			}
			try {
				Thread.sleep(PAUSE);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new AssertionError("interrupted while waiting for: " + what, e);
			}
		}
	}
}
