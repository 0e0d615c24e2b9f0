package org.fleetdesk.ui.topology;

import java.util.List;

import org.eclipse.swt.graphics.Color;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.ui.topology.Placement.Place;
import org.fleetdesk.ui.topology.Placement.Spot;

/** Where a topology is drawn: on a screen, into an image, into a file. For one thread. */
interface Sketch {
	/** A rectangle with round corners. */
	void box(Place place, Color fill, Color border, int thick, boolean dashed);

	/** A line from bend to bend with an arrow at its end. */
	void arrow(List<Spot> spots, Color color, int thick, boolean dashed);

	/** A line of text that begins at a point, its upper left corner, and is so high. */
	void text(String text, double x, double y, double height, Color color);

	/** The mark of a health at a point, its upper left corner. */
	void mark(Health health, double x, double y);
}
