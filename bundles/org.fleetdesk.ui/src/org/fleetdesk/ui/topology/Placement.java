package org.fleetdesk.ui.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.topology.Topology.Link;

/**
 * Where everything of a topology is drawn, in points from the upper left corner. Immutable.
 *
 * @param places where boxes are
 * @param routes how links go, from bend to bend
 */
public record Placement(Map<Id, Place> places, Map<Link, List<Spot>> routes, double width, double height) {
	/** Nothing. */
	public static final Placement NOTHING = new Placement(Map.of(), Map.of(), 0, 0);

	/** A point. */
	public record Spot(double x, double y) {
	}

	/** A rectangle. */
	public record Place(double x, double y, double width, double height) {
		boolean has(double someX, double someY) {
			return someX >= x && someX < x + width && someY >= y && someY < y + height;
		}

		double middleX() {
			return x + width / 2;
		}

		double middleY() {
			return y + height / 2;
		}
	}

	public Placement {
		places = Map.copyOf(places);
		routes = Map.copyOf(routes);
	}

	/** What is drawn at a point. */
	Optional<Id> at(double x, double y) {
		return places.entrySet().stream().filter(each -> each.getValue().has(x, y)).map(Map.Entry::getKey).findFirst();
	}
}
