package org.fleetdesk.tests.ui.driver;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.ui.fleet.FleetView;

/** The Fleet view as its user sees it: lines of a tree, named by how they begin. */
public final class FleetPage {

	private FleetPage() {
	}

	/** Shows the view and clears its filter. */
	public static void show() {
		Ui.run(() -> {
			try {
				Ui.page().showView(FleetView.ID, null, IWorkbenchPage.VIEW_ACTIVATE);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		filter("");
	}

	/** Types a filter. */
	public static void filter(String text) {
		Ui.run(() -> box().setText(text));
	}

	/** The filter's box. */
	public static Text box() {
		return Controls.find(Text.class, t -> t.getShell() == Ui.window()
				&& Controls.under(t.getParent()).anyMatch(Tree.class::isInstance)).orElseThrow();
	}

	/** The tree; on the UI thread. */
	public static Tree tree() {
		return Controls.under(box().getParent()).filter(Tree.class::isInstance).map(Tree.class::cast).findFirst()
				.orElseThrow();
	}

	/** All lines that can be seen by scrolling; on the UI thread. */
	public static Stream<TreeItem> lines() {
		return Arrays.stream(tree().getItems()).flatMap(FleetPage::within);
	}

	private static Stream<TreeItem> within(TreeItem item) {
		return Stream.concat(Stream.of(item),
				item.getExpanded() ? Arrays.stream(item.getItems()).flatMap(FleetPage::within) : Stream.empty());
	}

	private static Optional<TreeItem> line(String start) {
		return lines().filter(i -> i.getText().equals(start) || i.getText().startsWith(start + " ")).findFirst();
	}

	/** Waits for a line that begins with a word and holds a text. */
	public static void await(String start, String text) {
		Ui.await(start + " … " + text, () -> line(start).filter(i -> i.getText().contains(text)).isPresent());
	}

	/** Waits until no line begins with a word. */
	public static void awaitGone(String start) {
		Ui.await("no " + start, () -> line(start).isEmpty());
	}

	/** Selects a line, as a click does; not by the pointer, whose posted events a tree takes for the start of a drag. */
	public static void click(String start) {
		await(start, "");
		Ui.run(() -> {
			TreeItem item = line(start).orElseThrow();
			tree().setFocus();
			tree().showItem(item);
			tree().setSelection(item);
			Event event = new Event();
			event.item = item;
			tree().notifyListeners(SWT.Selection, event);
		});
		Ui.await("the tree has the focus", () -> tree().isFocusControl());
	}

	/** Opens a line as Enter does. */
	public static void open(String start) {
		click(start);
		Ui.later(() -> tell(SWT.DefaultSelection, start));
	}

	/** Expands a line. */
	public static void expand(String start) {
		click(start);
		Ui.run(() -> {
			tell(SWT.Expand, start);
			line(start).orElseThrow().setExpanded(true);
		});
	}

	/** Types a character into the tree; posted ones are taken by GTK's own search in trees. */
	public static void type(char character) {
		Ui.run(() -> {
			Event event = new Event();
			event.character = character;
			event.keyCode = character;
			tree().notifyListeners(SWT.KeyDown, event);
		});
	}

	private static void tell(int type, String start) {
		Event event = new Event();
		event.item = line(start).orElseThrow();
		tree().notifyListeners(type, event);
	}
}
