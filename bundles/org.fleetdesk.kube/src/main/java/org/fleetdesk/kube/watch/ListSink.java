package org.fleetdesk.kube.watch;

import java.util.List;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

/**
 * Keeps a live list as a {@link Reflector} tells it. Called by one thread at a time; fast, throws nothing. Between
 * {@link #relist()} and {@link #complete()} rows arrive that are the list from now on, some of them twice, and some may be
 * deleted again: at {@code complete} whatever was not given again is gone. What was there before stays until then, so that a re-list never shows a blank table.
 */
public interface ListSink {

	/** A list begins (the first, or again after the watch was lost); forget a list begun and not completed. */
	void relist();

	/**
	 * Whether a list of so many rows is wanted: asked as soon as the server says how many there are, and while they come. One that
	 * is not is read no further, and begun again after some minutes.
	 */
	default boolean keeps(long rows) {
		return true;
	}

	/** The columns of the rows that follow. */
	void columns(List<Column> columns);

	/** An object of the list, or added or modified. */
	void row(Row row);

	/** An object was deleted. */
	void deleted(Row row);

	/** The list that began with {@link #relist()} is whole. */
	void complete();

	/** How true the list is now. */
	void freshness(Freshness freshness);
}
