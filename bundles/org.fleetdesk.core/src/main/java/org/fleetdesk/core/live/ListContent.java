package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What a list shows at one moment: filtered and sorted lines, and how true they are. Immutable. */
public final class ListContent {
	/** What a list shows before it has anything. */
	public static final ListContent NOTHING = new ListContent(List.of(), Map.of(), List.of(), 0, List.of());

	private final List<ListColumn> columns;
	private final Map<Layout, int[]> cells;
	private final List<Line> lines;
	private final int total;
	private final List<Part> parts;

	/** Content of lines; {@code cells} says for each layout which of its columns stands under each column, or -1. */
	ListContent(List<ListColumn> columns, Map<Layout, int[]> cells, List<Line> lines, int total, List<Part> parts) {
		this.columns = columns;
		this.cells = cells;
		this.lines = lines;
		this.total = total;
		this.parts = List.copyOf(parts);
	}

	/** The same lines, of which other things are known now. */
	ListContent with(List<Part> others) {
		return new ListContent(columns, cells, lines, total, others);
	}

	/** The columns; Cluster and Namespace first where the kind has them, then the servers' in their order. */
	public List<ListColumn> columns() {
		return columns;
	}

	/** The lines to show, in order. */
	public List<Line> lines() {
		return lines;
	}

	/** How many lines there are without the filter. */
	public int total() {
		return total;
	}

	/** How true each part is: one for each cluster, or for each namespace where they are listed one by one. */
	public List<Part> parts() {
		return parts;
	}

	/** A cell: a String, Long, Double, Boolean, an {@link Instant} for a date, or null. */
	public @Nullable Object cell(Line line, int column) {
		return switch (columns.get(column).source()) {
			case CLUSTER -> line.cluster().name();
			case NAMESPACE -> line.row().namespace();
			case AGE -> line.row().created().orElse(null);
			case SERVER -> {
				int[] map = cells.get(line.layout());
				Object cell = map == null || map[column] < 0 ? null : line.row().cell(map[column]);
				yield cell instanceof Long millis && columns.get(column).type().equals("date")
						? Instant.ofEpochMilli(millis)
						: cell;
			}
		};
	}

	/** A cell as text, ages as of {@code now}; empty for null. */
	public String text(Line line, int column, Instant now) {
		Object cell = cell(line, column);
		return switch (cell) {
			case null -> "";
			case Instant then -> Age.text(then, now);
			default -> cell.toString();
		};
	}
}
