package org.fleetdesk.ui.related;

import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;

/** What an object has to do with others, in the order in which the page shows it. */
enum Side {
	/** Its owners. */
	OWNED_BY(Messages.owned_by),
	/** What it owns. */
	OWNS(Messages.owns),
	/** What its labels select. */
	SELECTS(Messages.selects),
	/** What selects it. */
	SELECTED_BY(Messages.selected_by),
	/** What it names. */
	USES(Messages.uses),
	/** What names it. */
	USED_BY(Messages.used_by);

	private final String title;

	Side(String title) {
		this.title = title;
	}

	String title() {
		return title;
	}

	/** On which side of an object an edge is. */
	static Side of(Edge edge, Id id) {
		boolean from = edge.from().equals(id);
		return switch (edge.form()) {
			case OWNER -> from ? OWNS : OWNED_BY;
			case SELECTOR -> from ? SELECTS : SELECTED_BY;
			case NAME, REFERENCE -> from ? USES : USED_BY;
		};
	}
}
