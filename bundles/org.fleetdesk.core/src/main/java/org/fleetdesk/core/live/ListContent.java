package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.fleetdesk.core.kinds.Health;

import org.jspecify.annotations.Nullable;

/**
 * What a list shows at one moment: filtered, grouped and sorted lines, and how true they are. Immutable. Two contents of one
 * model share all that did not change between them.
 */
public final class ListContent {
	/** What a list shows before it has anything. */
	public static final ListContent NOTHING = new ListContent(ListColumns.NONE, SortedLines.NONE,
			new LineOrder(ListColumns.NONE, List.of(), List.of(), ""), List.of(), 0, List.of(), new ContentTrail());

	private final ListColumns columns;
	private final SortedLines lines;
	private final LineOrder order;
	private final List<Group> groups;
	private final int total;
	private final List<Part> parts;
	private final ContentTrail trail;

	ListContent(ListColumns columns, SortedLines lines, LineOrder order, List<Group> groups, int total,
			List<Part> parts, ContentTrail trail) {
		this.columns = columns;
		this.lines = lines;
		this.order = order;
		this.groups = groups;
		this.total = total;
		this.parts = List.copyOf(parts);
		this.trail = trail;
	}

	/** The same lines, of which other things are known now. */
	ListContent with(List<Part> others) {
		return new ListContent(columns, lines, order, groups, total, others, trail);
	}

	/** The columns; Kind, Cluster and Namespace first where there are several, then the servers' in their order. */
	public List<ListColumn> columns() {
		return columns.columns();
	}

	/**
	 * The columns that the kinds have and that are left out, since no cluster has the list that they come from: by heading the
	 * kind of that list.
	 */
	public Map<String, String> absent() {
		return columns.absent();
	}

	/** The lines to show, in order. */
	public List<Line> lines() {
		return lines;
	}

	/** The groups of the lines, in order; none if they are not grouped. */
	public List<Group> groups() {
		return groups;
	}

	/** How many lines there are without the filter. */
	public int total() {
		return total;
	}

	/** How true each part is: one for each kind and cluster, or for each namespace where they are listed one by one. */
	public List<Part> parts() {
		return parts;
	}

	/** Where this very line stands, -1 if it is not among the lines or they have a newer one; takes few comparisons. */
	public int indexOf(Line line) {
		return lines.indexOf(line, order);
	}

	/**
	 * How the lines of an earlier content became these: which left, which entered, as far as that is known; whole after
	 * another filter, order or group, or if too much happened in between. Costs as much as there are changes.
	 */
	public Delta since(ListContent earlier) {
		return trail.since(earlier.trail).orElseGet(() -> new Delta(trail.version(), true, List.of(), lines));
	}

	/** A cell: a String, Long, Double, Boolean, an {@link Instant} for a time, or null. */
	public @Nullable Object cell(Line line, int column) {
		return cell(columns, line, column);
	}

	static @Nullable Object cell(ListColumns columns, Line line, int column) {
		return CellText.dated(kept(columns, line, column), columns.columns().get(column).type());
	}

	/** A cell as its row keeps it: a moment in milliseconds under a heading of times, but for the age of the object. */
	static @Nullable Object kept(ListColumns columns, Line line, int column) {
		return switch (columns.columns().get(column).source()) {
			case KIND -> line.store().scope().type().kind();
			case CLUSTER -> line.cluster().name();
			case NAMESPACE -> line.row().namespace();
			case AGE -> line.row().created().orElse(null);
			case HEALTH -> line.health().map(Health::word).orElse(null);
			case SERVER -> columns.served(line, column);
		};
	}

	/** How much of a whole a cell is that is drawn as a bar, from 0; not a number where nothing is drawn. */
	public double share(Line line, int column) {
		return columns.share(line, column);
	}

	/** A cell as text, ages as of {@code now}; empty for null. */
	public String text(Line line, int column, Instant now) {
		return CellText.of(cell(line, column), columns().get(column).type(), now);
	}
}
