package org.fleetdesk.core.journal;

import java.util.List;

/** Gives back what a {@link Journal} has kept. Safe for any thread; blocks its caller for the disk. */
@FunctionalInterface
public interface JournalHistory {

	/**
	 * The entries of a query, newest first, each as it was last recorded. Those that cannot be read are left out.
	 *
	 * @throws java.io.UncheckedIOException if nothing can be read
	 */
	List<Entry> find(JournalQuery query);
}
