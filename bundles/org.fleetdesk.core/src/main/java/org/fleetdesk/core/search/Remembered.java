package org.fleetdesk.core.search;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

/** The lists that are remembered of earlier, as a search reads them. Safe for any thread; may block for a file. */
public interface Remembered {

	/** Remembers nothing. */
	Remembered NOTHING = new Remembered() {
		@Override
		public List<Kept> lists() {
			return List.of();
		}

		@Override
		public Rows rows(Kept list) {
			return Rows.NONE;
		}
	};

	/**
	 * A list that is remembered.
	 *
	 * @param number tells it from the others
	 * @param cluster the cluster's id
	 * @param server the URL of the server it came from
	 * @param scope what it is a list of
	 * @param known of when it is
	 */
	record Kept(long number, String cluster, String server, Scope scope, Instant known) {
		public Kept {
			Objects.requireNonNull(cluster);
			Objects.requireNonNull(server);
			Objects.requireNonNull(scope);
			Objects.requireNonNull(known);
		}
	}

	/**
	 * What a list held.
	 *
	 * @param columns the columns in which the rows' cells stand
	 * @param rows the rows
	 */
	record Rows(List<Column> columns, List<Row> rows) {
		/** No rows. */
		public static final Rows NONE = new Rows(List.of(), List.of());
	}

	/** All lists, cheaply; those of clusters and servers that are not registered any more may be among them. */
	List<Kept> lists();

	/** The rows of a list; none if it is not remembered any more. */
	Rows rows(Kept list);
}
