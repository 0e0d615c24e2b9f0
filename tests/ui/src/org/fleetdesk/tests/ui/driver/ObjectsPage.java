package org.fleetdesk.tests.ui.driver;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.ui.objects.ObjectsView;
import org.fleetdesk.ui.objects.ViewState;
import org.fleetdesk.ui.table.LiveTable;

/** The Objects view as its user sees it: a table of lines, a filter, a band that says what does not work. */
public final class ObjectsPage {

	private ObjectsPage() {
	}

	/** The view, shown if it is not; on the UI thread. */
	public static ObjectsView view() {
		try {
			return (ObjectsView) Ui.page().showView(ObjectsView.ID, null, IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	/** Lists a kind of clusters, in all namespaces or in some. */
	public static void list(String kind, List<String> clusters, String... namespaces) {
		Ui.run(() -> view().ask(ViewState.NOTHING.in(clusters).of(KindKey.parse(kind)).within(Set.of(namespaces))
				.pin(true)));
	}

	/** Its table; on the UI thread. */
	public static LiveTable table() {
		return view().table();
	}

	/** What it shows; on the UI thread. */
	public static ListContent content() {
		return table().content().orElse(ListContent.NOTHING);
	}

	/** Waits until the lines are as wanted. */
	public static void await(String what, Predicate<List<Line>> wanted) {
		Ui.await(what, () -> wanted.test(content().lines()));
	}

	/** The names of the lines, in their order. */
	public static List<String> names() {
		return Ui.ask(() -> content().lines().stream().map(l -> l.row().name()).toList());
	}

	/** A cell as it is shown. */
	public static String cell(int row, String column) {
		return Ui.ask(() -> {
			int at = table().columns().stream().map(c -> c.name()).toList().indexOf(column);
			return (String) table().control().getDataValueByPosition(at, row + 1);
		});
	}

	/** Clicks a line, once or twice. */
	public static void click(int row, int times) {
		Ui.run(() -> {
			NatTable control = table().control();
			mouse(60, control.getStartYOfRowPosition(row + 1) + control.getRowHeightByPosition(row + 1) / 2, times);
		});
	}

	/** Clicks a column's heading. */
	public static void clickHeading(String column) {
		Ui.run(() -> {
			NatTable control = table().control();
			int at = table().columns().stream().map(c -> c.name()).toList().indexOf(column);
			mouse(control.getStartXOfColumnPosition(at) + control.getColumnWidthByPosition(at) / 2, 10, 1);
		});
	}

	/** Tells the table of clicks itself: the window system's, when posted, do not come as double clicks. */
	private static void mouse(int x, int y, int times) {
		NatTable control = table().control();
		control.forceFocus();
		for (int count = 1; count <= times; count++) {
			tell(control, SWT.MouseDown, x, y, count);
			if (count == 2) {
				tell(control, SWT.MouseDoubleClick, x, y, count);
			}
			tell(control, SWT.MouseUp, x, y, count);
		}
	}

	private static void tell(NatTable control, int type, int x, int y, int count) {
		Event event = new Event();
		event.button = 1;
		event.count = count;
		event.x = x;
		event.y = y;
		control.notifyListeners(type, event);
	}

	/** The filter's box; on the UI thread. */
	public static Text box() {
		return Controls.find(Text.class, t -> t.getMessage().startsWith("Filter ( /")).orElseThrow();
	}

	/** Types into the filter; posted keys do not reach a field below which proposals stand, as those of a keyboard do. */
	public static void typeFilter(String text) {
		text.chars().forEach(c -> Ui.run(() -> box().append(Character.toString(c))));
	}

	/** Presses Esc in the filter, which a posted key does not reach, until proposals and text are gone; on the UI thread. */
	public static void escapeFilter() {
		if (!view().filterField().proposals().isEmpty()) {
			escape();
		}
		escape();
	}

	private static void escape() {
		Event event = new Event();
		event.keyCode = SWT.ESC;
		event.character = SWT.ESC;
		box().notifyListeners(SWT.KeyDown, event);
	}

	/** Tells the table of a key of its own itself: keys that are posted say that a mouse button is held, those of people not. */
	public static void tell(int modifiers, int key) {
		Ui.run(() -> {
			Event event = new Event();
			event.stateMask = modifiers;
			event.keyCode = key;
			table().focus();
			table().control().notifyListeners(SWT.KeyDown, event);
		});
	}

	/** Presses a key of the table. */
	public static void press(int modifiers, int key) {
		Ui.run(() -> table().focus());
		Input.press(modifiers, key);
	}

	/** Waits until the band above the table holds a text. */
	public static void awaitTrouble(String text) {
		Ui.await("the band says " + text, () -> view().troubles().sentences().stream().anyMatch(t -> t.contains(text)));
	}

	/** Selects nothing, filters nothing, sorts by nothing. */
	public static void clear() {
		Ui.run(() -> view().ask(ViewState.NOTHING));
	}
}
