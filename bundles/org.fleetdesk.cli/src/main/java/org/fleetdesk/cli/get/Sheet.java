package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;

/** The rows of one part of one cluster, gathered: a table is as wide as its widest cell. For one thread. */
final class Sheet implements RowSink {
	private final Target target;
	private final ResourceType type;
	private final List<Row> rows = new ArrayList<>();
	private List<Column> columns = List.of();

	Sheet(Target target, ResourceType type) {
		this.target = target;
		this.type = type;
	}

	@Override
	public void columns(List<Column> newest) {
		columns = List.copyOf(newest);
	}

	@Override
	public void row(Row row) {
		rows.add(row);
	}

	Target target() {
		return target;
	}

	ResourceType type() {
		return type;
	}

	List<Column> columns() {
		return columns;
	}

	List<Row> rows() {
		return rows;
	}
}
