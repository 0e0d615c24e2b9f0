package org.fleetdesk.ui.topology;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.ui.table.HealthMark;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.topology.Placement.Place;

/** What the marks mean, in the lower left corner. Belongs to the UI thread. */
final class Legend {
	private static final int GAP = 6;
	private static final int BETWEEN = 14;
	private static final int DASHES = 18;

	private Legend() {
	}

	/** Where it is drawn in an area; empty if there is no room. */
	static Rectangle bounds(GC gc, Rectangle area) {
		int height = gc.getFontMetrics().getHeight() + 2 * GAP;
		int width = GAP + DASHES + GAP + gc.textExtent(Messages.box_missing).x + GAP;
		for (Health health : Health.values()) {
			width += HealthMark.SIZE + GAP + gc.textExtent(HealthMark.word(health)).x + BETWEEN;
		}
		return width > area.width || 4 * height > area.height
				? new Rectangle(0, area.height, 0, 0)
				: new Rectangle(0, area.height - height, width, height);
	}

	/** Draws it, if there is room. */
	static void paint(GC gc, Palette palette, Rectangle area) {
		Rectangle bounds = bounds(gc, area);
		if (bounds.isEmpty()) {
			return;
		}
		gc.setBackground(palette.paper());
		gc.fillRectangle(bounds);
		int x = GAP;
		for (Health health : Health.values()) {
			HealthMark.draw(gc, health, x, bounds.y + (bounds.height - HealthMark.SIZE) / 2, palette);
			x = word(gc, HealthMark.word(health), x + HealthMark.SIZE + GAP, bounds.y, palette) + BETWEEN;
		}
		new GcSketch(gc, palette).box(new Place(x, bounds.y + GAP, DASHES, bounds.height - 2.0 * GAP), palette.paper(),
				palette.bad(), 2, true);
		word(gc, Messages.box_missing, x + DASHES + GAP, bounds.y, palette);
	}

	private static int word(GC gc, String word, int x, int y, Palette palette) {
		gc.setForeground(palette.faint());
		gc.drawText(word, x, y + GAP, true);
		return x + gc.textExtent(word).x;
	}
}
