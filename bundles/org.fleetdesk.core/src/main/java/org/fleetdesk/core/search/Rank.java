package org.fleetdesk.core.search;

/** How well an object fits a search, best first. */
public enum Rank {
	/** A word is its name. */
	EXACT_NAME,
	/** Its name begins with a word. */
	NAME_PREFIX,
	/** A part of its name begins with a word. */
	NAME_WORD,
	/** Its name contains a word. */
	NAME,
	/** A word is a label's value, an image, an address, a node or an owner. */
	EXACT_VALUE,
	/** A label's value, an image, an address, a node or an owner contains a word. */
	VALUE,
	/** A label's key contains a word. */
	LABEL_KEY,
	/** Only where it is and what it is was asked for: kind, namespace, cluster. */
	PLACE
}
