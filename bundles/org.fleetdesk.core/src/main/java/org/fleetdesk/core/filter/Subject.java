package org.fleetdesk.core.filter;

import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/**
 * The line that a filter looks at: a cursor that its owner moves from line to line, so that filtering makes no garbage. Used
 * by one thread.
 */
public interface Subject {

	/** The name of the cluster it is in; empty where there is but one. */
	String cluster();

	/** What kind of object it is. */
	ResourceType type();

	/** The object. Its creation time is what an age is counted from. */
	Row row();

	/** How the object does, as {@code Health.word} writes it; empty where nobody can tell. */
	default String health() {
		return "";
	}

	/**
	 * The cell under a heading: a String, Long, Double, Boolean, or null. Under a heading of the type "date" or
	 * "deadline" a Long is milliseconds since 1970. Not asked for "Age", which is the row's.
	 */
	@Nullable
	Object cell(int heading);
}
