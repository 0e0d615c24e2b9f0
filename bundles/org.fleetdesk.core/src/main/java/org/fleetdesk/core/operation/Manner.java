package org.fleetdesk.core.operation;

import java.util.Objects;

/**
 * How many steps are done at a time, and what else goes for all of them.
 *
 * @param parallel how many of one cluster at a time; with 1, one of all clusters, on the caller's thread
 * @param stop whether none begins any more after one has failed
 * @param ticket what somebody notes of it in the journal, such as the number of a ticket; may be empty
 */
public record Manner(int parallel, boolean stop, String ticket) {
	/** One after the other. */
	public static final Manner ONE_BY_ONE = new Manner(1, false, "");
	/** Some at a time, as many as a small server bears. */
	public static final Manner BULK = new Manner(8, false, "");

	public Manner {
		if (parallel < 1) {
			throw new IllegalArgumentException("parallel " + parallel);
		}
		Objects.requireNonNull(ticket);
	}

	/** The same, ending after a failure or not. */
	public Manner stopping(boolean wanted) {
		return new Manner(parallel, wanted, ticket);
	}

	/** The same with a note. */
	public Manner ticket(String note) {
		return new Manner(parallel, stop, note);
	}
}
