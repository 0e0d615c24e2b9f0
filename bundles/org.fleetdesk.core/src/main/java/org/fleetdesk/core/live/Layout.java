package org.fleetdesk.core.live;

import java.util.List;
import java.util.Map;

import org.fleetdesk.kube.read.Column;

/**
 * The columns that a row's cells stand in. Compared by identity: when a server changes a kind's columns, rows of before
 * keep the layout they came with until they come again.
 */
final class Layout {
	private final List<Column> columns;
	private final boolean judged;
	private final Map<String, String> bars;

	Layout(List<Column> columns) {
		this(columns, false, Map.of());
	}

	/**
	 * Columns.
	 *
	 * @param judged whether it is known of such rows how their objects do
	 * @param bars columns that are drawn as a part of another: the name of the one, then of the whole
	 */
	Layout(List<Column> columns, boolean judged, Map<String, String> bars) {
		this.columns = columns;
		this.judged = judged;
		this.bars = bars;
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
}
