package org.fleetdesk.core.journal;

import java.util.List;
import java.util.Optional;

/** Gives back what a {@link Journal} has kept. Safe for any thread; blocks its caller for the disk. */
public interface JournalHistory {

	/**
	 * The entries of a query, newest first, each as it was last recorded. Those that cannot be read are left out.
	 *
	 * @throws java.io.UncheckedIOException if nothing can be read
	 */
	List<Entry> find(JournalQuery query);

	/**
	 * The entry of a key, if it is still kept.
	 *
	 * @throws java.io.UncheckedIOException if nothing can be read
	 */
	Optional<Entry> entry(String id);

	/**
	 * What there is to choose from.
	 *
	 * @throws java.io.UncheckedIOException if nothing can be read
	 */
	JournalChoices choices();
}
