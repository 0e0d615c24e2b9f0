package org.fleetdesk.ui.table;

import org.fleetdesk.core.live.Line;

/**
 * Which object a line shows, whatever its version: by it selection and scroll position survive updates.
 *
 * @param cluster the cluster's id
 * @param uid the object's uid
 */
record RowId(String cluster, String uid) {
	static RowId of(Line line) {
		return new RowId(line.cluster().id(), line.row().uid());
	}
}
