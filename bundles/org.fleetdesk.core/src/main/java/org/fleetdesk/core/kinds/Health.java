package org.fleetdesk.core.kinds;

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
	HEALTHY
}
