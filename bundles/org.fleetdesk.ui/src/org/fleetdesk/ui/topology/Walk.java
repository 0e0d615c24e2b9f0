package org.fleetdesk.ui.topology;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;

import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.core.topology.Topology.Link;
import org.fleetdesk.ui.topology.Placement.Place;

/** The way from box to box by arrow keys: right and left along links, up and down to what is nearest there. */
record Walk(Topology topology, Placement placement) {
	/** What an arrow key leads to; the box itself where there is nothing, and the first of all from none. */
	Optional<Id> next(Optional<Id> from, int key) {
		Optional<Id> known = from.filter(placement.places()::containsKey);
		if (known.isEmpty()) {
			return placement.places().keySet().stream()
					.min(Comparator.comparing((Id id) -> at(id).x()).thenComparing(id -> at(id).y()));
		}
		Id id = known.get();
		Place here = at(id);
		Stream<Id> others = switch (key) {
			case SWT.ARROW_RIGHT -> topology.links().stream().filter(link -> link.from().equals(id)).map(Link::to);
			case SWT.ARROW_LEFT -> topology.links().stream().filter(link -> link.to().equals(id)).map(Link::from);
			case SWT.ARROW_UP -> placement.places().keySet().stream().filter(each -> at(each).y() < here.y());
			default -> placement.places().keySet().stream().filter(each -> at(each).y() > here.y());
		};
		boolean along = key == SWT.ARROW_RIGHT || key == SWT.ARROW_LEFT;
		return others.filter(placement.places()::containsKey)
				.min(Comparator.comparingDouble(each -> distance(here, at(each), along))).or(() -> known);
	}

	private Place at(Id id) {
		return placement.places().get(id);
	}

	/** What stands straight above, below or beside is nearer. */
	private static double distance(Place here, Place there, boolean along) {
		double across = Math.abs(there.middleX() - here.middleX());
		double down = Math.abs(there.middleY() - here.middleY());
		return along ? down : down + 3 * across;
	}
}
