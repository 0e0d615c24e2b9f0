package org.fleetdesk.core.live;

import java.util.List;

import org.fleetdesk.kube.read.Column;

/**
 * The columns that a row's cells stand in. Compared by identity: when a server changes a kind's columns, rows of before
 * keep the layout they came with until they come again.
 */
final class Layout {
	private final List<Column> columns;

	Layout(List<Column> columns) {
		this.columns = columns;
	}

	List<Column> columns() {
		return columns;
	}
}
