package org.fleetdesk.core.live;

import java.util.Collections;
import java.util.List;

/**
 * How a store or a content came from one version to another. Immutable.
 *
 * @param version the version it leads to
 * @param whole whether the way is not known: then {@code came} is every line, and nothing of before counts
 * @param gone lines that are no more, those that were replaced included
 * @param came lines that are new, those that replace others included
 */
public record Delta(long version, boolean whole, List<Line> gone, List<Line> came) {
	public Delta {
		gone = Collections.unmodifiableList(gone); // no copies: there may be a hundred thousand
		came = Collections.unmodifiableList(came);
	}

	/** Whether nothing changed. */
	boolean none() {
		return !whole && gone.isEmpty() && came.isEmpty();
	}
}
