package org.fleetdesk.core.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.kube.read.Column;

/**
 * The columns that a row's cells stand in. Compared by identity: when a server changes a kind's columns, rows of before
 * keep the layout they came with until they come again.
 */
final class Layout {
	private static final int[] NONE = {};

	private final List<Column> columns;
	private final boolean judged;
	private final Map<String, String> bars;
	private final int[] beside; // by column: 1 + where its cells stand beside the row, 0 for those in it; empty if all are in it
	private final Map<String, Join> joins;
	private final Map<String, String> notes;

	Layout(List<Column> columns) {
		this(columns, false, RowTraits.NONE, Map.of());
	}

	/**
	 * Columns.
	 *
	 * @param judged whether it is known of such rows how their objects do
	 * @param notes what is to be said of columns that come from elsewhere, by heading; those without are left out
	 */
	Layout(List<Column> columns, boolean judged, RowTraits traits, Map<String, String> notes) {
		this.columns = columns;
		this.judged = judged;
		this.bars = traits.bars();
		this.joins = traits.joins();
		this.notes = notes;
		int[] places = new int[columns.size()];
		int many = 0;
		for (int i = 0; i < places.length; i++) {
			Column column = columns.get(i);
			if (traits.joins().containsKey(column.name()) || column.type().equals(CellText.SCHEDULE)) {
				places[i] = ++many;
			}
		}
		this.beside = many == 0 ? NONE : places;
	}

	List<Column> columns() {
		return columns;
	}

	boolean judged() {
		return judged;
	}

	Map<String, String> bars() {
		return bars;
	}

	/** Whether cells stand beside the rows. */
	boolean beside() {
		return beside.length > 0;
	}

	/** Where the cells of a column stand beside the rows; -1 if they are in them. */
	int beside(int column) {
		return column < beside.length ? beside[column] - 1 : -1;
	}

	/** Where the cells of a column should come from that cannot be shown, as the cluster has no such list. */
	Optional<Join> absent(int column) {
		String name = columns.get(column).name();
		return notes.containsKey(name) ? Optional.empty() : Optional.ofNullable(joins.get(name));
	}

	/** What a column means. */
	String description(int column) {
		return notes.getOrDefault(columns.get(column).name(), columns.get(column).description());
	}
}
