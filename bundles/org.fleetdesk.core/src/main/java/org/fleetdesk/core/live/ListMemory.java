package org.fleetdesk.core.live;

/** Remembers lists beyond the life of their stores. Told on a thread that may block; throws nothing. */
public interface ListMemory {

	/** Remembers nothing. */
	ListMemory NONE = store -> {
		// nothing was known
	};

	/** A store begins and has nothing yet: gives it what is known of it by {@link LiveStore#seed}, and follows it from now on. */
	void begun(LiveStore store);

	/** A store ends: no change of it comes any more. */
	default void ended(LiveStore store) {
		// nothing to do
	}
}
