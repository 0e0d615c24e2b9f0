package org.fleetdesk.tests.ui.driver;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** A user's hands: real key strokes and mouse clicks through the window system. Call it on the test's thread. */
public final class Input {

	private Input() {
	}

	/** Types a text into what has the focus. */
	public static void type(String text) {
		text.chars().forEach(character -> {
			boolean shift = Character.isUpperCase(character) || "!@#$%^&*()_+{}|:\"<>?~".indexOf(character) >= 0;
			stroke(shift ? SWT.SHIFT : 0, (char) character, 0);
		});
	}

	/** Presses a key such as SWT.F5, SWT.CR or 'l' with modifiers such as SWT.CTRL. */
	public static void press(int modifiers, int key) {
		boolean keyCode = (key & SWT.KEYCODE_BIT) != 0;
		stroke(modifiers, keyCode ? 0 : (char) key, keyCode ? key : 0);
	}

	/** Clicks a control's point with a button (1 is the left one), once or twice. */
	public static void click(Control control, int x, int y, int button, int times) {
		Point point = Ui.ask(() -> control.toDisplay(x, y));
		post(SWT.MouseMove, event -> {
			event.x = point.x;
			event.y = point.y;
		});
		for (int time = 1; time <= times; time++) {
			int count = time;
			for (int type : new int[]{SWT.MouseDown, SWT.MouseUp}) {
				post(type, event -> {
					event.button = button;
					event.count = count;
				});
			}
		}
	}

	/** Clicks the middle of a control with the left button. */
	public static void click(Control control) {
		Point size = Ui.ask(control::getSize);
		click(control, size.x / 2, size.y / 2, 1, 1);
	}

	private static void stroke(int modifiers, char character, int keyCode) {
		int[] held = {SWT.CTRL, SWT.ALT, SWT.SHIFT};
		for (int modifier : held) {
			if ((modifiers & modifier) != 0) {
				key(SWT.KeyDown, (char) 0, modifier);
			}
		}
		key(SWT.KeyDown, character, keyCode);
		key(SWT.KeyUp, character, keyCode);
		for (int modifier : held) {
			if ((modifiers & modifier) != 0) {
				key(SWT.KeyUp, (char) 0, modifier);
			}
		}
	}

	private static void key(int type, char character, int keyCode) {
		post(type, event -> {
			event.character = character;
			event.keyCode = keyCode;
		});
	}

	private static void post(int type, java.util.function.Consumer<Event> details) {
		Event event = new Event();
		event.type = type;
		details.accept(event);
		boolean taken = type == SWT.MouseMove
				? Ui.ask(() -> Ui.display().post(event)) // moves by a call that belongs to the UI thread
				: Ui.display().post(event);
		if (!taken) {
			throw new AssertionError("the window system took no event of type " + type);
		}
		CountDownLatch done = new CountDownLatch(1);
		Ui.later(() -> {
			while (Ui.display().readAndDispatch()) {
				// what the event set off is done before the next
			}
			done.countDown();
		});
		await(done);
	}

	/** A dialog that the event opens does not return before somebody closes it, who may be waiting here. */
	private static void await(CountDownLatch done) {
		try {
			done.await(2, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
