package org.fleetdesk.ui.table;

import org.fleetdesk.core.live.Line;

/**
 * Which object a line shows, whatever its version: by it selection and scroll position survive updates. Equal are the ids
 * of all lines of one object.
 *
 * @param line any of its lines
 */
record RowId(Line line) {
	@Override
	public boolean equals(Object other) {
		return other instanceof RowId o && line.row().sameObject(o.line.row())
				&& line.cluster().id().equals(o.line.cluster().id());
	}

	@Override
	public int hashCode() {
		return line.row().objectHash();
	}
}
