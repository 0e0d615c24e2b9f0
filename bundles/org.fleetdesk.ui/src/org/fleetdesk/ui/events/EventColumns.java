package org.fleetdesk.ui.events;

import java.util.List;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.ui.table.ColumnLayout;

import org.jspecify.annotations.Nullable;

/** The columns of events as servers name them, wherever events are shown. */
public final class EventColumns {
	/** Newest first. */
	public static final List<SortKey> NEWEST_FIRST = List.of(new SortKey("Last Seen", false));
	/** All columns that say something, of events of many objects. */
	static final ColumnLayout OF_ALL = new ColumnLayout(List.of(shown("Last Seen"), shown("Type"), shown("Reason"),
			shown("Object"), shown("Message"), shown("Count"), shown("Source"), shown("Cluster"), shown("Namespace"),
			hidden("Subobject"), hidden("First Seen"), hidden("Name")));
	/** The same, of one object. */
	public static final ColumnLayout OF_ONE = new ColumnLayout(List.of(hidden("Namespace"), shown("Last Seen"),
			shown("Type"), shown("Reason"), hidden("Object"), shown("Message"), shown("Count"), shown("Source"),
			hidden("Subobject"), hidden("First Seen"), hidden("Name")));
	private static final String WARNING = "Warning";

	private EventColumns() {
	}

	private static ColumnLayout.Choice shown(String name) {
		return new ColumnLayout.Choice(name, true, 0);
	}

	private static ColumnLayout.Choice hidden(String name) {
		return new ColumnLayout.Choice(name, false, 0);
	}

	/** Whether an event is a warning. */
	public static boolean warns(Line event) {
		return WARNING.equals(cell(event, "Type"));
	}

	/** A cell as text; empty if the event has none of this name. */
	static String text(Line event, String column) {
		Object cell = cell(event, column);
		return cell == null ? "" : cell.toString();
	}

	private static @Nullable Object cell(Line event, String column) {
		List<Column> columns = event.columns();
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(column)) {
				return event.row().cell(i);
			}
		}
		return null;
	}
}
