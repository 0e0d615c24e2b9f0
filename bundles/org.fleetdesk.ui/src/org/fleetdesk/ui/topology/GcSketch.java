package org.fleetdesk.ui.topology;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.ui.table.HealthMark;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.topology.Placement.Place;
import org.fleetdesk.ui.topology.Placement.Spot;

/** Draws with a graphics context, whose transform says how large and where. Belongs to the UI thread. */
final class GcSketch implements Sketch {
	private static final int ROUND = 8;
	private static final int HEAD = 7;

	private final GC gc;
	private final Palette palette;

	GcSketch(GC gc, Palette palette) {
		this.gc = gc;
		this.palette = palette;
		gc.setAntialias(SWT.ON);
	}

	private static int whole(double value) {
		return (int) Math.round(value);
	}

	private void line(Color color, int thick, boolean dashed) {
		gc.setForeground(color);
		gc.setLineWidth(thick);
		gc.setLineStyle(dashed ? SWT.LINE_DASH : SWT.LINE_SOLID);
	}

	@Override
	public void box(Place place, Color fill, Color border, int thick, boolean dashed) {
		int x = whole(place.x());
		int y = whole(place.y());
		int width = whole(place.width());
		int height = whole(place.height());
		gc.setBackground(fill);
		gc.fillRoundRectangle(x, y, width, height, ROUND, ROUND);
		line(border, thick, dashed);
		gc.drawRoundRectangle(x, y, width, height, ROUND, ROUND);
	}

	@Override
	public void arrow(List<Spot> spots, Color color, int thick, boolean dashed) {
		line(color, thick, dashed);
		int[] points = new int[2 * spots.size()];
		for (int i = 0; i < spots.size(); i++) {
			points[2 * i] = whole(spots.get(i).x());
			points[2 * i + 1] = whole(spots.get(i).y());
		}
		gc.drawPolyline(points);
		gc.setBackground(color);
		gc.fillPolygon(head(spots).stream().flatMapToInt(
				spot -> IntStream.of(whole(spot.x()), whole(spot.y()))).toArray());
	}

	/** The corners of the arrow's head. */
	static List<Spot> head(List<Spot> spots) {
		Spot end = spots.getLast();
		Spot before = spots.get(Math.max(0, spots.size() - 2));
		double length = Math.max(1, Math.hypot(end.x() - before.x(), end.y() - before.y()));
		double alongX = (end.x() - before.x()) / length * HEAD;
		double alongY = (end.y() - before.y()) / length * HEAD;
		return List.of(end, new Spot(end.x() - alongX - alongY / 2, end.y() - alongY + alongX / 2),
				new Spot(end.x() - alongX + alongY / 2, end.y() - alongY - alongX / 2));
	}

	@Override
	public void text(String text, double x, double y, double height, Color color) {
		gc.setForeground(color);
		gc.drawText(text, whole(x), whole(y), SWT.DRAW_TRANSPARENT);
	}

	@Override
	public void mark(Health health, double x, double y) {
		gc.setLineStyle(SWT.LINE_SOLID);
		HealthMark.draw(gc, health, whole(x), whole(y), palette);
	}
}
