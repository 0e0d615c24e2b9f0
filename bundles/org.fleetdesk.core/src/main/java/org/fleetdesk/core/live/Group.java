package org.fleetdesk.core.live;

import java.util.Objects;

/**
 * Lines that stand together because a column has the same for them.
 *
 * @param title what the column has, as text; empty where it has nothing
 * @param first where the first of them stands in the content's lines
 * @param count how many they are
 */
public record Group(String title, int first, int count) {
	public Group {
		Objects.requireNonNull(title);
	}
}
