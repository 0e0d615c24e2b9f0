package org.fleetdesk.kube.internal.read;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;

/** Keeps what a decoder tells, as text and as rows. */
final class Recorder implements RowSink {

	final List<String> story = new ArrayList<>();
	final List<Row> rows = new ArrayList<>();
	List<Column> columns = List.of();

	@Override
	public void columns(List<Column> given) {
		columns = given;
		story.add("columns " + given.stream().map(Column::name).toList());
	}

	@Override
	public void row(Row row) {
		rows.add(row);
		story.add("row " + text(row));
	}

	@Override
	public void deleted(Row row) {
		story.add("deleted " + text(row));
	}

	@Override
	public void watching() {
		story.add("watching");
	}

	@Override
	public void bookmark(String resourceVersion) {
		story.add("bookmark " + resourceVersion);
	}

	@Override
	public void initialEventsEnd(String resourceVersion) {
		story.add("initial events end " + resourceVersion);
	}

	private String text(Row row) {
		List<Object> cells = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			cells.add(row.cell(i));
		}
		return row + "@" + row.resourceVersion() + " " + row.uid() + " " + row.createdMillis() + " " + cells;
	}
}
