package org.fleetdesk.tests.ui.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.core.search.Found;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.ui.search.SearchView;

/** The Search view as its user sees it: a box, a table of results, sentences where there are none. */
public final class SearchPage {

	private SearchPage() {
	}

	/** The view, shown if it is not; on the UI thread. */
	public static SearchView view() {
		try {
			return (SearchView) Ui.page().showView(SearchView.ID, null, IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	/** Searches words and waits until what they find is as wanted. */
	public static void search(String words, Predicate<Found> wanted) {
		Ui.run(() -> {
			view().focusBox();
			box().setText(words);
		});
		await(words, wanted);
	}

	/** Waits until what was found by words is as wanted. */
	public static void await(String words, Predicate<Found> wanted) {
		Ui.await("what " + words + " finds", () -> view().found().text().equals(words) && wanted.test(view().found()));
	}

	/** The box; on the UI thread. */
	public static Text box() {
		return Controls.find(Text.class, t -> t.isFocusControl() && t.getShell() == Ui.window()).orElseThrow();
	}

	/** Presses Enter in the box, which a posted key does not reach. */
	public static void enter(int modifiers) {
		Ui.run(() -> {
			Event event = new Event();
			event.keyCode = SWT.CR;
			event.character = SWT.CR;
			event.stateMask = modifiers;
			box().notifyListeners(SWT.KeyDown, event);
		});
	}

	/** The objects of a search. */
	public static List<Hit.OfObject> objects(Found found) {
		return found.hits().stream().filter(Hit.OfObject.class::isInstance).map(Hit.OfObject.class::cast).toList();
	}

	/** The lines of the table of results, their cells apart by "|". */
	public static List<String> lines() {
		return Ui.ask(() -> table().map(t -> Arrays.stream(t.getItems()).map(item -> {
			StringBuilder line = new StringBuilder(item.getText(0));
			for (int column = 1; column < t.getColumnCount(); column++) {
				line.append('|').append(item.getText(column));
			}
			return line.toString();
		}).toList()).orElse(List.of()));
	}

	/** The table of results, if there are any; on the UI thread. */
	public static Optional<Table> table() {
		return Controls.find(Table.class,
				t -> t.getShell() == Ui.window() && (t.getStyle() & SWT.VIRTUAL) != 0 && t.getColumnCount() == 6);
	}

	/** What stands where there are no results; on the UI thread. */
	public static boolean says(String words) {
		return Controls.visible(Text.class).anyMatch(t -> t.getText().contains(words));
	}

	/** Chooses what is offered. */
	public static void choose(String label) {
		Link link = Controls.await(label, Link.class, l -> l.getText().contains(label));
		Ui.later(() -> link.notifyListeners(SWT.Selection, new Event()));
	}
}
