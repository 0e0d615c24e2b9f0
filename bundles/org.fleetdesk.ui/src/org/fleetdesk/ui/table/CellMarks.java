package org.fleetdesk.ui.table;

import java.util.Optional;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.CellPainterWrapper;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.live.Line;

/**
 * Draws what cells show besides text: how an object does, a shape for each way, and a number as a part of a whole. The text
 * and the tip say the same. Belongs to the UI thread.
 */
final class CellMarks {
	/** The label of cells that begin with a mark, where their object has one. */
	static final String MARKED = "marked";
	/** The label of cells that are drawn as a bar. */
	static final String BARRED = "barred";
	/** How much room a mark takes, in points. */
	static final int ROOM = 15;
	private static final int MARGIN = 3;
	private static final double MUCH = 0.9;

	private final TableData data;
	private final Palette palette;

	CellMarks(TableData data, Palette palette) {
		this.data = data;
		this.palette = palette;
	}

	/** Paints cells that begin with a mark. */
	ICellPainter marked() {
		return new CellPainterWrapper(new BackgroundPainter(padded(TableLook.PADDING + ROOM))) {
			@Override
			public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
				super.paintCell(cell, gc, bounds, registry);
				data.line(cell.getRowIndex()).flatMap(Line::health).ifPresent(
						health -> HealthMark.draw(gc, health, bounds.x + TableLook.PADDING,
								bounds.y + (bounds.height - HealthMark.SIZE) / 2, palette));
			}
		};
	}

	/** Paints cells that are drawn as a bar. */
	ICellPainter barred() {
		return new BackgroundPainter(new CellPainterWrapper(padded(TableLook.PADDING)) {
			@Override
			public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
				data.line(cell.getRowIndex()).map(line -> data.share(line, cell.getColumnIndex()))
						.filter(share -> !share.isNaN()).ifPresent(share -> bar(gc, bounds, share));
				super.paintCell(cell, gc, bounds, registry);
			}
		});
	}

	private static ICellPainter padded(int left) {
		return new PaddingDecorator(new LinePainter(), 0, TableLook.PADDING, 0, left, false);
	}

	private void bar(GC gc, Rectangle cell, double share) {
		Color before = gc.getBackground();
		int width = cell.width - 2 * MARGIN;
		fill(gc, palette.heading(), cell, width);
		fill(gc, share > 1 ? palette.removed() : share >= MUCH ? palette.warning() : palette.notice(), cell,
				(int) Math.round(width * Math.clamp(share, 0, 1)));
		gc.setBackground(before);
	}

	private static void fill(GC gc, Color color, Rectangle cell, int width) {
		gc.setBackground(color);
		gc.fillRectangle(cell.x + MARGIN, cell.y + MARGIN, width, cell.height - 2 * MARGIN);
	}

	/** How an object does in words, for a tip beside the text of its cell. */
	static Optional<String> tip(Optional<Health> health, String text) {
		return health.map(h -> NLS.bind(Messages.health_tip, text, HealthMark.sentence(h)));
	}
}
