package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.cell.CellOrder;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * The one order in which lines of a list can stand: by group, by the order that is asked for, then as their stores do
 * (kind, cluster), by namespace, name, uid. Two lines are equal only if they are the same object. Immutable.
 */
final class LineOrder implements Comparator<Line> {
	private final List<Comparator<Line>> keys;
	private final Optional<Comparator<Line>> group;
	private final Map<LiveStore, Integer> ranks = new HashMap<>();

	/**
	 * An order.
	 *
	 * @param stores those whose lines are compared, in their order
	 * @param order the columns to sort by; those that the list does not have are passed over
	 * @param group the column to group by, or empty
	 */
	LineOrder(ListColumns columns, List<LiveStore> stores, List<SortKey> order, String group) {
		stores.forEach(store -> ranks.putIfAbsent(store, ranks.size()));
		int grouped = columns.index(group);
		List<Comparator<Line>> all = new ArrayList<>();
		for (SortKey key : order) {
			int column = columns.index(key.column());
			if (column >= 0 && column != grouped) {
				Comparator<Line> natural = natural(columns, column);
				all.add(key.descending() ? natural.reversed() : natural);
			}
		}
		this.keys = List.copyOf(all);
		boolean descending = order.stream().anyMatch(key -> key.column().equals(group) && key.descending());
		Comparator<Line> exact = exact(columns, grouped);
		this.group = grouped < 0 ? Optional.empty() : Optional.of(descending ? exact.reversed() : exact);
	}

	private static Comparator<Line> natural(ListColumns columns, int column) {
		return switch (columns.columns().get(column).source()) {
			case KIND -> (a, b) -> a.store() == b.store() ? 0 : CellOrder.NATURAL.compare(kind(a), kind(b));
			case CLUSTER -> (a, b) -> a.store() == b.store()
					? 0
					: CellOrder.NATURAL.compare(a.cluster().name(), b.cluster().name());
			case NAMESPACE -> (a, b) -> CellOrder.NATURAL.compare(a.row().namespace(), b.row().namespace());
			case AGE -> (a, b) -> ages(a.row().createdMillis(), b.row().createdMillis());
			case HEALTH -> Comparator.comparing(LineOrder::health);
			case SERVER -> served(columns, column);
		};
	}

	private static String kind(Line line) {
		return line.store().scope().type().kind();
	}

	/** The worst first, what nobody can tell last. */
	private static int health(Line line) {
		return line.health().map(Health::ordinal).orElse(Integer.MAX_VALUE);
	}

	/** Nothing first, then the youngest, as ages grow. */
	private static int ages(long a, long b) {
		return a == Row.NO_TIME || b == Row.NO_TIME
				? Boolean.compare(a != Row.NO_TIME, b != Row.NO_TIME)
				: Long.compare(b, a);
	}

	private static Comparator<Line> served(ListColumns columns, int column) {
		if (columns.columns().get(column).type().equals(CellText.DATE)) {
			return (a, b) -> CellOrder.NATURAL.compare(CellText.dated(columns.served(a, column), CellText.DATE),
					CellText.dated(columns.served(b, column), CellText.DATE));
		}
		return (a, b) -> CellOrder.NATURAL.compare(columns.served(a, column), columns.served(b, column));
	}

	/** So that a group's lines stand together, cells that are only alike are apart: "a" and "A", 1 and "01". */
	private static Comparator<Line> exact(ListColumns columns, int column) {
		if (column < 0) {
			return (a, b) -> 0;
		}
		return natural(columns, column).thenComparing((a, b) -> {
			@Nullable
			Object x = ListContent.cell(columns, a, column);
			@Nullable
			Object y = ListContent.cell(columns, b, column);
			return x == null || y == null ? 0 : x.toString().compareTo(y.toString());
		});
	}

	/** The order of the groups that two lines belong to; 0 if that is one. */
	int groups(Line a, Line b) {
		return group.isEmpty() ? 0 : group.get().compare(a, b);
	}

	@Override
	public int compare(Line a, Line b) {
		if (a == b) {
			return 0;
		}
		int order = groups(a, b);
		for (int i = 0; order == 0 && i < keys.size(); i++) {
			order = keys.get(i).compare(a, b);
		}
		return order != 0 ? order : standing(a, b);
	}

	private int standing(Line a, Line b) {
		int order = a.store() == b.store() ? 0 : Integer.compare(rank(a), rank(b));
		if (order == 0) {
			String x = a.row().namespace();
			String y = b.row().namespace();
			order = x == y ? 0 : x.compareTo(y); // shared by all rows of it
		}
		if (order == 0) {
			order = CellOrder.NATURAL.compare(a.row().name(), b.row().name());
		}
		return order != 0 || a.row().sameObject(b.row()) ? order : a.row().uid().compareTo(b.row().uid());
	}

	private int rank(Line line) {
		return ranks.getOrDefault(line.store(), -1);
	}
}
