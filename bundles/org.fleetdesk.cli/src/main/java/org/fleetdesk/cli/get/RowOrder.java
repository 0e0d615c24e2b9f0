package org.fleetdesk.cli.get;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.cell.CellOrder;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

/** What {@code --sort-by} means: a column's name, or one of kubectl's expressions that every row can answer. */
final class RowOrder {
	private RowOrder() {
	}

	/** Sorts a group's lines; equal ones keep their order. */
	static void sort(TableGroup group, String by) {
		Comparator<Row> order = order(group.columns(), by);
		group.lines().sort((a, b) -> order.compare(a.row(), b.row()));
	}

	/** Expressions compare plainly, as kubectl does; columns, which are ours, naturally. */
	static Comparator<Row> order(List<Column> columns, String by) {
		String plain = by.startsWith("{") && by.endsWith("}") ? by.substring(1, by.length() - 1) : by;
		return switch (plain.startsWith(".") ? plain : "." + plain) {
			case ".metadata.name" -> Comparator.comparing(Row::name);
			case ".metadata.namespace" -> Comparator.comparing(Row::namespace);
			case ".metadata.creationTimestamp" -> Comparator.comparingLong(Row::createdMillis);
			default -> Comparator.comparing(column(columns, by), CellOrder.NATURAL);
		};
	}

	private static Function<Row, @Nullable Object> column(List<Column> columns, String by) {
		if (by.equalsIgnoreCase("age")) {
			return row -> row.created().orElse(null);
		} else if (by.equalsIgnoreCase("namespace")) {
			return Row::namespace;
		}
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equalsIgnoreCase(by)) {
				int index = i;
				return row -> row.cell(index);
			}
		}
		throw Failure.of("sort.unknown", by,
				columns.stream().map(c -> c.name().toUpperCase(Locale.ROOT)).collect(Collectors.joining(", ")));
	}
}
