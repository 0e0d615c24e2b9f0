package org.fleetdesk.ui.object;

/** The pages of an object's editor, in the order of its tabs. */
public enum ObjectPage {
	/** Metadata, status, conditions, owners, and what matters of its kind. */
	OVERVIEW,
	/** The whole object as text. */
	YAML,
	/** What was said about it. */
	EVENTS,
	/** What it has to do with others. */
	RELATED,
	/** Its earlier versions. */
	HISTORY
}
