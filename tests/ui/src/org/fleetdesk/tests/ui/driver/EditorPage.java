package org.fleetdesk.tests.ui.driver;

import java.util.Arrays;
import java.util.List;

import org.eclipse.ui.IEditorPart;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;

/** The editor of an object as its user sees it: its YAML, what is said above it, whether it is dirty. */
public final class EditorPage {

	private EditorPage() {
	}

	/** The editor in front; on the UI thread. */
	public static ObjectEditor editor() {
		IEditorPart active = Ui.page().getActiveEditor();
		if (active instanceof ObjectEditor editor) {
			return editor;
		}
		throw new AssertionError("no object is open");
	}

	/** Opens the YAML of an object of a cluster and waits for it; type is as "deployments.apps". */
	public static void open(String cluster, String kind, String type, String namespace, String name) {
		Ui.run(() -> ObjectOpener.open(Ui.page(),
				new ObjectRef(cluster, KindKey.parse(type), kind, namespace, name), ObjectPage.YAML));
		awaitShown("name: " + name);
	}

	/** Waits until the text holds some words. */
	public static void awaitShown(String words) {
		Ui.await("the text shows " + words, () -> editor().shown().contains(words));
	}

	/** Waits until something is said above the text. */
	public static void awaitSaid(String words) {
		Ui.await("above the text stands " + words, () -> said().stream().anyMatch(s -> s.contains(words)));
	}

	/** What is said above the text; on the UI thread. */
	public static List<String> said() {
		return editor().said();
	}

	/** Chooses what is offered above the text. */
	public static void choose(String label) {
		Ui.later(() -> editor().choose(label));
	}

	/** Types other words over the first that are there. */
	public static void replace(String words, String others) {
		Ui.run(() -> {
			int start = editor().text().getText().indexOf(words);
			if (start < 0) {
				throw new AssertionError(words + " is not in " + editor().text().getText());
			}
			editor().text().setFocus();
			editor().text().setSelection(start, start + words.length());
		});
		Input.type(others);
		awaitShown(others);
	}

	/** Gives up what was typed, in every editor. */
	public static void revertAll() {
		Ui.run(() -> Arrays.stream(Ui.page().getEditors()).filter(ObjectEditor.class::isInstance)
				.map(ObjectEditor.class::cast).forEach(ObjectEditor::revert));
	}

	/** Closes all editors, as the window's end does, without asking. */
	public static void closeAll() {
		Ui.run(() -> Ui.page().closeAllEditors(false));
	}
}
