package org.fleetdesk.ui.objects;

import java.util.List;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchActionConstants;

import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.LiveTable;

/** The context menus of a table: that of its lines, filled by commands, and that of its headings. */
final class TableMenus {
	private final LiveTable table;
	private final MenuManager body;
	private final ObjectsView view;
	private String column = "";

	TableMenus(LiveTable table, MenuManager body, ObjectsView view) {
		this.table = table;
		this.body = body;
		this.view = view;
	}

	void install() {
		NatTable control = table.control();
		body.setRemoveAllWhenShown(true);
		body.addMenuListener(menu -> menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS)));
		Menu lines = body.createContextMenu(control);
		MenuManager heading = new MenuManager();
		heading.setRemoveAllWhenShown(true);
		heading.addMenuListener(this::fill);
		Menu headings = heading.createContextMenu(control);
		control.setMenu(lines);
		control.addListener(SWT.MenuDetect, event -> {
			Point at = control.toControl(event.x, event.y);
			boolean onHeading = event.detail == SWT.MENU_MOUSE && control.getRowPositionByY(at.y) == 0;
			int index = control.getColumnIndexByPosition(control.getColumnPositionByX(at.x));
			column = index >= 0 && index < table.columns().size() ? table.columns().get(index).name() : "";
			control.setMenu(onHeading ? headings : lines);
		});
		control.addListener(SWT.Dispose, event -> {
			lines.dispose();
			headings.dispose();
		});
	}

	private void fill(IMenuManager menu) {
		if (!column.isEmpty()) {
			String name = column;
			menu.add(action(Messages.menu_sort_up, () -> view.sort(List.of(new SortKey(name, false)))));
			menu.add(action(Messages.menu_sort_down, () -> view.sort(List.of(new SortKey(name, true)))));
			menu.add(action(Messages.menu_sort_none, () -> view.sort(List.of())));
			menu.add(new Separator());
			menu.add(action(Messages.menu_fit, () -> arrange(layout().resize(name, 0))));
			menu.add(action(Messages.menu_hide, () -> arrange(layout().show(name, false))));
		}
		menu.add(action(Messages.menu_columns, view::chooseColumns));
		menu.add(action(Messages.menu_reset, () -> arrange(ColumnLayout.DEFAULT)));
	}

	private ColumnLayout layout() {
		return table.content().map(c -> table.layout().with(c.columns())).orElse(table.layout());
	}

	private void arrange(ColumnLayout layout) {
		table.arrange(layout);
		view.arranged(layout);
	}

	private static Action action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}
}
