package org.fleetdesk.ui.objects;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchActionConstants;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.LiveTable;

/** The context menus of a table: that of its lines, filled by commands, and that of its headings. */
final class TableMenus {
	private final LiveTable table;
	private final MenuManager body;
	private final ObjectsView view;
	private final GroupMenu groups;
	private String column = "";

	TableMenus(LiveTable table, MenuManager body, GroupMenu groups, ObjectsView view) {
		this.groups = groups;
		this.table = table;
		this.body = body;
		this.view = view;
	}

	void install() {
		NatTable control = table.control();
		body.setRemoveAllWhenShown(true);
		body.addMenuListener(menu -> {
			terms(menu);
			menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		});
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

	/** Terms of the filter for the cell and the line below the mouse. */
	private void terms(IMenuManager menu) {
		List<Line> selection = table.selection();
		Optional<ListContent> content = table.content();
		if (selection.size() != 1 || content.isEmpty()) {
			return;
		}
		Line line = selection.getFirst();
		String heading = column;
		value(content.get(), line).ifPresent(value -> {
			menu.add(action(NLS.bind(Messages.menu_filter_by, heading, shown(value)),
					() -> view.filter(Filter.with(view.state().filter(), heading, value, false))));
			menu.add(action(NLS.bind(Messages.menu_filter_without, heading, shown(value)),
					() -> view.filter(Filter.with(view.state().filter(), heading, value, true))));
		});
		String owner = line.row().owner();
		if (!owner.isEmpty()) {
			menu.add(action(NLS.bind(Messages.menu_filter_owner, shown(owner)),
					() -> view.filter(Filter.withOwner(view.state().filter(), owner))));
		}
	}

	/** The value of the cell; none for ages, which move. */
	private Optional<String> value(ListContent content, Line line) {
		for (int i = 0; i < content.columns().size(); i++) {
			ListColumn each = content.columns().get(i);
			if (each.name().equals(column) && !each.moment()) {
				Object cell = content.cell(line, i);
				return Optional.of(cell == null ? "" : cell.toString());
			}
		}
		return Optional.empty();
	}

	private static String shown(String value) {
		String plain = value.isEmpty() ? Messages.menu_filter_nothing : value.replace("&", "&&");
		return plain.length() <= 40 ? plain : plain.substring(0, 39) + "\u2026";
	}

	private void fill(IMenuManager menu) {
		if (!column.isEmpty()) {
			String name = column;
			menu.add(action(Messages.menu_sort_up, () -> view.sort(List.of(new SortKey(name, false)))));
			menu.add(action(Messages.menu_sort_down, () -> view.sort(List.of(new SortKey(name, true)))));
			menu.add(action(Messages.menu_sort_none, () -> view.sort(List.of())));
			menu.add(new Separator());
			groups.addTo(menu, name);
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
