package org.fleetdesk.ui.objects;

import java.util.function.Consumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.ui.table.LiveTable;

/** The menus that group the lines of a table by a column, and open and close all groups. */
final class GroupMenu {
	private final LiveTable table;
	private final Consumer<String> group;

	/**
	 * Menus of a table.
	 *
	 * @param group groups by the column of a name; by none if it is empty
	 */
	GroupMenu(LiveTable table, Consumer<String> group) {
		this.table = table;
		this.group = group;
	}

	/** A menu of all columns, made anew whenever it is shown. */
	MenuManager columns() {
		MenuManager menu = new MenuManager(Messages.menu_group);
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(this::fill);
		return menu;
	}

	private void fill(IMenuManager menu) {
		menu.add(choice(Messages.menu_group_none, ""));
		menu.add(new Separator());
		content().columns().stream().filter(ListColumn::groups)
				.forEach(column -> menu.add(choice(column.name().replace("&", "&&"), column.name())));
		addAll(menu);
	}

	private ListContent content() {
		return table.content().orElse(ListContent.NOTHING);
	}

	private Action choice(String text, String column) {
		Action action = new Action(text, IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked()) {
					group.accept(column);
				}
			}
		};
		action.setChecked(table.grouped().equals(column));
		return action;
	}

	/** Adds to the menu of a column's heading what can be done with groups. */
	void addTo(IMenuManager menu, String column) {
		if (content().columns().stream().anyMatch(c -> c.name().equals(column) && c.groups())) {
			boolean grouped = table.grouped().equals(column);
			menu.add(action(grouped ? Messages.menu_group_end : NLS.bind(Messages.menu_group_by, column),
					() -> group.accept(grouped ? "" : column)));
		}
		addAll(menu);
	}

	private void addAll(IMenuManager menu) {
		if (!table.grouped().isEmpty()) {
			menu.add(new Separator());
			menu.add(action(Messages.menu_collapse, () -> table.collapseAll(true)));
			menu.add(action(Messages.menu_expand, () -> table.collapseAll(false)));
		}
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
