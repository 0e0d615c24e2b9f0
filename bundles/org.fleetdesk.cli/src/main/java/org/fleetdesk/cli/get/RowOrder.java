package org.fleetdesk.cli.get;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.live.CellOrder;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

/** What {@code --sort-by} means: a column's name, or one of kubectl's expressions that every row can answer. */
final class RowOrder {
	private RowOrder() {
	}

	/** Sorts a group's lines; equal ones keep their order. */
	static void sort(TableGroup group, String by) {
		Function<Row, @Nullable Object> key = key(group.columns(), by);
		group.lines().sort(Comparator.comparing(line -> key.apply(line.row()), CellOrder.NATURAL));
	}

	private static Function<Row, @Nullable Object> key(List<Column> columns, String by) {
		String plain = by.startsWith("{") && by.endsWith("}") ? by.substring(1, by.length() - 1) : by;
		return switch (plain.startsWith(".") ? plain : "." + plain) {
			case ".metadata.name" -> Row::name;
			case ".metadata.namespace" -> Row::namespace;
			case ".metadata.creationTimestamp" -> Row::createdMillis;
			default -> column(columns, by);
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
