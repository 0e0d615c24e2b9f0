package org.fleetdesk.tests.ui.driver;

import java.util.List;

import org.eclipse.swt.SWT;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.ui.compare.CompareEditor;
import org.fleetdesk.ui.compare.CompareOpener;
import org.fleetdesk.ui.compare.SideRef;

/** A comparison as its user sees it: the differences, both texts, what is said above them. */
public final class ComparePage {

	private ComparePage() {
	}

	/** The editor in front; on the UI thread. */
	public static CompareEditor editor() {
		if (Ui.page().getActiveEditor() instanceof CompareEditor editor) {
			return editor;
		}
		throw new AssertionError("nothing is compared");
	}

	/** Compares two sides and waits for both. */
	public static void open(SideRef left, SideRef right) {
		Ui.run(() -> CompareOpener.open(Ui.page(), left, right));
		awaitTexts();
	}

	/** Waits until both texts are there. */
	public static void awaitTexts() {
		Ui.await("both texts", () -> Ui.page().getActiveEditor() instanceof CompareEditor editor
				&& editor.text(Hand.LEFT).getCharCount() > 0 && editor.text(Hand.RIGHT).getCharCount() > 0);
	}

	/** The fields that differ. */
	public static List<String> fields() {
		return Ui.ask(() -> editor().differences().stream().map(d -> d.path().toString()).toList());
	}

	/** Waits until a field differs, or not any more. */
	public static void await(String field, boolean differs) {
		Ui.await(field + (differs ? " differs" : " is the same"), () -> editor().differences().stream()
				.anyMatch(d -> d.path().toString().equals(field)) == differs);
	}

	/** Selects a difference and copies it by its key. */
	public static void copy(String field, Hand to) {
		Ui.run(() -> {
			editor().setFocus();
			editor().choose(field);
		});
		Input.press(SWT.ALT | SWT.SHIFT, to == Hand.LEFT ? SWT.ARROW_LEFT : SWT.ARROW_RIGHT);
		await(field, false);
	}

	/** Waits until something is said above the texts. */
	public static void awaitSaid(String words) {
		Ui.await("above the texts stands " + words,
				() -> editor().notices().stream().anyMatch(n -> n.text().contains(words)));
	}

	/** Does what is offered above the texts under a label. */
	public static void choose(String label) {
		Ui.later(() -> editor().notices().stream().flatMap(n -> n.choices().stream())
				.filter(c -> c.label().equals(label)).findFirst().orElseThrow().work().run());
	}

	/** What a side shows. */
	public static String text(Hand hand) {
		return Ui.ask(() -> editor().text(hand).getText());
	}

	/** Gives the command to save, which opens a dialog. */
	public static void save() {
		Ui.later(() -> Ui.execute("org.eclipse.ui.file.save"));
	}

	/** Waits until nothing is left that was copied and not applied. */
	public static void awaitClean() {
		Ui.await("the comparison is not dirty", () -> !editor().isDirty());
	}
}
