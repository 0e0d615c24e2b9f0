package org.fleetdesk.tests.ui.driver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** Context menus as their users see them; not by the pointer, since a menu that is open waits for nobody but its user. */
public final class Menus {

	private Menus() {
	}

	/** What the context menu of a control offers, without the signs of its keys; on the UI thread. */
	public static List<String> offered(Control control) {
		List<String> labels = new ArrayList<>();
		shown(control, menu -> Arrays.stream(menu.getItems()).map(Menus::label).filter(label -> !label.isEmpty())
				.forEach(labels::add));
		return labels;
	}

	/** Chooses from the context menu of a control; on the UI thread. */
	public static void choose(Control control, String label) {
		shown(control, menu -> Arrays.stream(menu.getItems()).filter(item -> label(item).equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError(label + " is not among " + Arrays.stream(menu.getItems())
						.map(Menus::label).toList()))
				.notifyListeners(SWT.Selection, new Event()));
	}

	private static void shown(Control control, Consumer<Menu> work) {
		Menu menu = control.getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		try {
			work.accept(menu);
		} finally {
			if (!menu.isDisposed()) {
				menu.notifyListeners(SWT.Hide, new Event());
			}
		}
	}

	private static String label(MenuItem item) {
		return item.getText().replaceAll("\t.*", "").replace("&", "");
	}
}
