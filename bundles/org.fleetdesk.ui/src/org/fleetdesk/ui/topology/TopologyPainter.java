package org.fleetdesk.ui.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Transform;

import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.core.topology.Topology.Link;
import org.fleetdesk.ui.table.HealthMark;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.topology.Placement.Place;
import org.fleetdesk.ui.topology.Placement.Spot;

/**
 * Draws a topology: links first, the selected one's above the others, then boxes. Immutable.
 *
 * @param selected the object whose links stand out
 */
public record TopologyPainter(Topology topology, Placement placement, Palette palette, Optional<Id> selected) {
	private static final double MOST_POINTS = 16_000_000; // that an image has at most
	private static final double LEFT = 10;
	private static final double TEXT = 26;

	/** Draws what touches an area. */
	void paint(Sketch sketch, Place area) {
		Set<Id> lost = topology.boxes().stream().filter(box -> !BoxText.there(box)).map(Box::id)
				.collect(Collectors.toSet());
		for (boolean bright : new boolean[]{false, true}) {
			for (Link link : topology.links()) {
				if (bright(link) == bright) {
					link(sketch, link, area, lost.contains(link.to()));
				}
			}
		}
		for (Box box : topology.boxes()) {
			Place place = placement.places().get(box.id());
			if (place != null && touches(place, area)) {
				box(sketch, box, place);
			}
		}
	}

	private boolean bright(Link link) {
		return selected.filter(id -> id.equals(link.from()) || id.equals(link.to())).isPresent();
	}

	private void link(Sketch sketch, Link link, Place area, boolean lost) {
		List<Spot> route = placement.routes().getOrDefault(link, List.of());
		if (route.size() > 1 && touches(around(route), area)) {
			Color color = lost ? palette.bad() : bright(link) ? palette.key() : palette.faint();
			sketch.arrow(route, color, bright(link) ? 2 : 1, lost);
		}
	}

	private static Place around(List<Spot> route) {
		double left = route.stream().mapToDouble(Spot::x).min().orElse(0);
		double top = route.stream().mapToDouble(Spot::y).min().orElse(0);
		return new Place(left - 1, top - 1, route.stream().mapToDouble(Spot::x).max().orElse(0) - left + 2,
				route.stream().mapToDouble(Spot::y).max().orElse(0) - top + 2);
	}

	private static boolean touches(Place one, Place other) {
		return one.x() < other.x() + other.width() && other.x() < one.x() + one.width()
				&& one.y() < other.y() + other.height() && other.y() < one.y() + one.height();
	}

	private void box(Sketch sketch, Box box, Place place) {
		boolean chosen = selected.filter(box.id()::equals).isPresent();
		boolean there = BoxText.there(box);
		Color border = !there ? palette.bad() : chosen ? palette.key() : palette.faint();
		if (!box.within().isEmpty()) { // a second sheet below
			sketch.box(new Place(place.x() + 4, place.y() + 4, place.width(), place.height()), palette.heading(),
					palette.faint(), 1, false);
		}
		sketch.box(place, chosen ? palette.selection() : there ? palette.heading() : palette.paper(), border,
				chosen || !there ? 2 : 1, !there);
		double line = place.height() / 2 - BoxText.ABOVE;
		double first = place.y() + BoxText.ABOVE;
		double text = place.x() + (box.health().isPresent() ? TEXT : LEFT);
		box.health().ifPresent(health -> sketch.mark(health, place.x() + LEFT, first + (line - HealthMark.SIZE) / 2));
		sketch.text(BoxText.name(box), text, first, line, palette.text());
		sketch.text(BoxText.second(box), text, first + line, line, palette.faint());
	}

	/** All of it. */
	Place all() {
		return new Place(0, 0, placement.width(), placement.height());
	}

	/** The drawing as an image, with no more points than memory has room for; call it on the UI thread. */
	public ImageData image(Device device) {
		double scale = Math.min(1, Math.sqrt(MOST_POINTS / Math.max(1, placement.width() * placement.height())));
		Image image = new Image(device, Math.max(1, (int) (placement.width() * scale)),
				Math.max(1, (int) (placement.height() * scale)));
		GC gc = new GC(image);
		Transform transform = new Transform(device);
		try {
			gc.setBackground(palette.paper());
			gc.fillRectangle(image.getBounds());
			transform.scale((float) scale, (float) scale);
			gc.setTransform(transform);
			paint(new GcSketch(gc, palette), all());
			gc.setTransform(null);
			return image.getImageData();
		} finally {
			transform.dispose();
			gc.dispose();
			image.dispose();
		}
	}
}
