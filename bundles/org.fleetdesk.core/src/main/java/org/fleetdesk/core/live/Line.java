package org.fleetdesk.core.live;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.Row;

/**
 * One line of a list: a row, the store it stands in, and when it last changed. Equal lines are the same object in the
 * same version.
 *
 * @param store the store that holds it
 * @param row the object
 * @param changedMillis when a watch last changed it, in milliseconds since 1970; 0 if it came with the list
 */
public record Line(LiveStore store, Row row, long changedMillis) {

	/** The cluster it is in. */
	public Cluster cluster() {
		return store.cluster();
	}

	/** The object's name for requests. */
	public ObjectKey key() {
		return new ObjectKey(store.scope().type(), row.namespace(), row.name());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Line o && row.equals(o.row);
	}

	@Override
	public int hashCode() {
		return row.hashCode();
	}
}
