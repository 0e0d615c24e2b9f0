package org.fleetdesk.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.painter.IOverlayPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;

import org.jspecify.annotations.Nullable;

/** Says in the middle of a table without lines why there are none. */
final class EmptyPainter implements IOverlayPainter {
	private static final int MARGIN = 24;

	private final NatTable table;
	private String text = "";
	private @Nullable Color color;

	EmptyPainter(NatTable table) {
		this.table = table;
	}

	void text(String newest) {
		if (!newest.equals(text)) {
			text = newest;
			table.redraw();
		}
	}

	void color(Color newest) {
		color = newest;
	}

	@Override
	public void paintOverlay(GC gc, ILayer layer) {
		Rectangle area = table.getClientArea();
		if (text.isEmpty() || area.width < 2 * MARGIN) {
			return;
		}
		TextLayout lines = new TextLayout(gc.getDevice());
		try {
			lines.setFont(table.getFont());
			lines.setText(text);
			lines.setAlignment(SWT.CENTER);
			lines.setWidth(area.width - 2 * MARGIN);
			gc.setForeground(color == null ? table.getForeground() : color);
			lines.draw(gc, MARGIN, Math.max(MARGIN, (area.height - lines.getBounds().height) / 2));
		} finally {
			lines.dispose();
		}
	}
}
