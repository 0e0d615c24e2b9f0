package org.fleetdesk.core.compare;

/** Which of two sides. */
public enum Hand {
	/** The left one: what is compared with. */
	LEFT,
	/** The right one: what only it has counts as added. */
	RIGHT;

	/** The other one. */
	public Hand other() {
		return this == LEFT ? RIGHT : LEFT;
	}
}
