package org.fleetdesk.ui.table;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.style.CellStyleUtil;
import org.eclipse.nebula.widgets.nattable.style.IStyle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Paints the text of a cell in one line, with dots where it is too long. NatTable's own painter asks the system for the
 * measures of the font and for the clipping at every cell, which was half of what a painting took. Belongs to the UI thread.
 */
final class LinePainter extends TextPainter {
	private final Map<Font, Integer> heights = new HashMap<>();

	LinePainter() {
		super(false, false, false);
	}

	@Override
	public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
		String text = convertDataType(cell, registry);
		if (text.isEmpty()) {
			return;
		}
		IStyle style = CellStyleUtil.getCellStyle(cell, registry);
		setupGCFromConfig(gc, style);
		String shown = getTextToDisplay(cell, gc, bounds.width, text);
		int width = Math.min(getLengthFromCache(gc, shown), bounds.width);
		int height = heights.computeIfAbsent(gc.getFont(), font -> gc.getFontMetrics().getHeight());
		gc.drawText(shown, bounds.x + CellStyleUtil.getHorizontalAlignmentPadding(style, bounds, width),
				bounds.y + CellStyleUtil.getVerticalAlignmentPadding(style, bounds, height), SWT.DRAW_TRANSPARENT);
		resetGC(gc);
	}
}
