package org.fleetdesk.tests.ui.driver;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** Finds controls by type and property, depth first. Call it on the UI thread. */
public final class Controls {

	private Controls() {
	}

	/** All controls under a root, itself included. */
	public static Stream<Control> under(Control root) {
		Stream<Control> children = root instanceof Composite composite
				? Arrays.stream(composite.getChildren()).flatMap(Controls::under)
				: Stream.empty();
		return Stream.concat(Stream.of(root), children);
	}

	/** All visible controls of a type in every open shell. */
	public static <T extends Control> Stream<T> visible(Class<T> type) {
		return Arrays.stream(Ui.display().getShells()).filter(Shell::isVisible).flatMap(Controls::under)
				.filter(type::isInstance).map(type::cast).filter(Control::isVisible);
	}

	/** The first visible control of a type that has a property. */
	public static <T extends Control> Optional<T> find(Class<T> type, Predicate<T> property) {
		return visible(type).filter(property).findFirst();
	}

	/** Like {@link #find}, waiting until it is there. To be called on the test's thread. */
	public static <T extends Control> T await(String what, Class<T> type, Predicate<T> property) {
		Ui.await(what, () -> find(type, property).isPresent());
		return Ui.ask(() -> find(type, property).orElseThrow());
	}

	/** Pushes a button as Enter on it does, wherever its dialog is just being put. To be called on the test's thread. */
	public static void push(String what, Predicate<Button> property) {
		Button button = await(what, Button.class, property);
		Ui.later(() -> button.notifyListeners(SWT.Selection, new Event()));
	}

	/** The shell whose title holds a text. */
	public static Optional<Shell> shell(String title) {
		return Arrays.stream(Ui.display().getShells())
				.filter(shell -> shell.isVisible() && shell.getText().contains(title)).findFirst();
	}
}
