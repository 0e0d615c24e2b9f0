package org.fleetdesk.core.journal;

/**
 * Keeps what was changed. Every change is recorded when it begins and once more, under the same id, when it has ended, so
 * that what a crash cuts off is seen. Safe for any thread; blocks its caller for the disk and is not disturbed by an
 * interrupt. Never throws for what the disk does: a journal that cannot be kept stops no change.
 */
@FunctionalInterface
public interface Journal {

	/** Keeps an entry, instead of the one of the same id if there is one. */
	void record(Entry entry);
}
