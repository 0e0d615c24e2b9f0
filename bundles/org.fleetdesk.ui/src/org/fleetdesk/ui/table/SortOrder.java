package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.core.live.SortKey;

/** How clicks on headings change an order: up, down, none; alone, or added to what is there. */
public final class SortOrder {
	private SortOrder() {
	}

	/** The order after a click on a column's heading. */
	public static List<SortKey> click(List<SortKey> order, String column, boolean add) {
		int at = indexOf(order, column);
		List<SortKey> next = new ArrayList<>(add ? order : List.of());
		if (at < 0) {
			next.add(new SortKey(column, false));
		} else if (order.get(at).descending()) {
			next.removeIf(k -> k.column().equals(column));
		} else if (add) {
			next.set(at, new SortKey(column, true));
		} else {
			next.add(new SortKey(column, true));
		}
		return List.copyOf(next);
	}

	/** What stands behind a heading: nothing, an arrow, or an arrow and its rank where several columns sort. */
	static String mark(List<SortKey> order, String column) {
		int at = indexOf(order, column);
		if (at < 0) {
			return "";
		}
		return (order.get(at).descending() ? " \u25BC" : " \u25B2") + (order.size() > 1 ? at + 1 : "");
	}

	private static int indexOf(List<SortKey> order, String column) {
		for (int i = 0; i < order.size(); i++) {
			if (order.get(i).column().equals(column)) {
				return i;
			}
		}
		return -1;
	}
}
