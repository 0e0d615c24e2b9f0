package org.fleetdesk.kube.internal.read;

import java.util.List;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;

/** Passes on what a watch decodes that begins with the list, and does something when the list is whole. For one thread. */
final class InitialEvents implements RowSink {

	private final RowSink sink;
	private final Runnable whole;

	InitialEvents(RowSink sink, Runnable whole) {
		this.sink = sink;
		this.whole = whole;
	}

	@Override
	public void columns(List<Column> columns) {
		sink.columns(columns);
	}

	@Override
	public void row(Row row) {
		sink.row(row);
	}

	@Override
	public void deleted(Row row) {
		sink.deleted(row);
	}

	@Override
	public void watching() {
		sink.watching();
	}

	@Override
	public void bookmark(String resourceVersion) {
		sink.bookmark(resourceVersion);
	}

	@Override
	public void initialEventsEnd(String resourceVersion) {
		whole.run();
		sink.initialEventsEnd(resourceVersion);
	}
}
