package org.fleetdesk.core.kinds;

import java.util.Locale;

/** How an object does, from the worst to the best. */
public enum Health {
	/** It does not do what it is there for, and will not by itself. */
	FAILED,
	/** It works, or may soon work, but somebody should look. */
	WARNING,
	/** It is on its way to what is wanted. */
	PROGRESSING,
	/** Nobody can say. */
	UNKNOWN,
	/** It has nothing to do: finished, suspended, scaled to none. */
	IDLE,
	/** It is as it should be. */
	HEALTHY;

	private final String word = name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);

	/** Its word in lists and filters: "Failed", in English as all that stands in lists. */
	public String word() {
		return word;
	}
}
