package org.fleetdesk.kube.read;

import java.util.List;

/** Takes what a list or watch decodes, as it arrives. Called on the thread that reads; fast, throws nothing. */
public interface RowSink {

	/** The columns of the rows that follow; comes before the first row, and again if the server changes them. */
	void columns(List<Column> columns);

	/** One row of a list, or an object that was added or modified. */
	void row(Row row);

	/** An object that was deleted; only from a watch. */
	default void deleted(Row row) {
		throw new IllegalStateException("a list deletes nothing");
	}

	/** The server accepted the watch and will send what changes; only from a watch, once, before all else. */
	default void watching() {
	}

	/** The watch has seen everything up to this resource version; only from a watch. */
	default void bookmark(String resourceVersion) {
	}

	/**
	 * Every object that existed when the watch began was given; comes after the bookmark that says so, and only from a watch
	 * that was asked to begin with them (WatchList).
	 */
	default void initialEventsEnd(String resourceVersion) {
	}
}
