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
 * measures of font, text and clipping at every cell, which was most of what a painting took. Belongs to the UI thread.
 */
final class LinePainter extends TextPainter {
	private static final String DOTS = "\u2026";

	private final Map<Font, FontWidths> fonts = new HashMap<>();

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
		FontWidths font = fonts.computeIfAbsent(gc.getFont(), f -> new FontWidths(gc));
		String shown = text;
		int width = font.width(gc, text);
		if (width > bounds.width) {
			shown = font.beginning(gc, text, bounds.width - font.width(gc, DOTS)) + DOTS;
			width = bounds.width;
		}
		gc.drawText(shown, bounds.x + CellStyleUtil.getHorizontalAlignmentPadding(style, bounds, width),
				bounds.y + CellStyleUtil.getVerticalAlignmentPadding(style, bounds, font.height()),
				SWT.DRAW_TRANSPARENT);
		resetGC(gc);
	}
}
