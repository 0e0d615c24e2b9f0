package org.fleetdesk.core.live;

import java.util.Objects;

import org.fleetdesk.kube.read.Column;

/**
 * A column of a list over several clusters: of ours (kind, cluster, namespace, health, age) or one that the servers describe.
 *
 * @param source where its cells come from
 * @param name its heading as the server gives it; for ours "Kind", "Cluster", "Namespace", "Health", "Age". Also its key when saved
 * @param type what its cells are, see {@link Column#type}
 * @param wide whether it is shown only when asked for
 * @param description what it means, may be empty
 */
public record ListColumn(Source source, String name, String type, boolean wide, String description) {

	/** Where a column's cells come from. */
	public enum Source {
		/** The object's kind. */
		KIND,
		/** The cluster's name. */
		CLUSTER,
		/** The object's namespace. */
		NAMESPACE,
		/** How the object does: "Failed", "Healthy", … */
		HEALTH,
		/** A cell of the server's table. */
		SERVER,
		/** The object's creation time, a {@link java.time.Instant} that a view shows as an age. */
		AGE
	}

	public ListColumn {
		Objects.requireNonNull(source);
		Objects.requireNonNull(name);
		Objects.requireNonNull(type);
		Objects.requireNonNull(description);
	}

	/** Whether its cells are moments, which are shown by what passed since or is left until then. */
	public boolean moment() {
		return source == Source.AGE || CellText.moments(type);
	}

	/** Whether lines can be grouped by it: by all but times, which are different for every line and move. */
	public boolean groups() {
		return !moment();
	}
}
