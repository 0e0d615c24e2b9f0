package org.fleetdesk.core.live;

import java.util.Objects;

/**
 * One step of a list's order.
 *
 * @param column the column's name
 * @param descending whether the greatest comes first
 */
public record SortKey(String column, boolean descending) {
	public SortKey {
		Objects.requireNonNull(column);
	}
}
