package org.fleetdesk.ui.capacity;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.viewers.OwnerDrawLabelProvider;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.fleetdesk.core.capacity.Amount;
import org.fleetdesk.ui.table.Palette;

/**
 * Draws a cell with a bar: how much of what can be had is asked for, and in it a thin line of how much is used. Amber from
 * nine tenths on, red when more is asked for than there is; the text says the same. Belongs to the UI thread.
 */
final class BarLabels extends OwnerDrawLabelProvider {
	private static final double MUCH = 0.9;
	private static final int MARGIN = 3;

	private final CapacityColumn column;
	private final Supplier<Palette> palette;

	BarLabels(CapacityColumn column, Supplier<Palette> palette) {
		this.column = column;
		this.palette = palette;
	}

	@Override
	public String getToolTipText(Object element) {
		return column.tip((CapacityRow) element);
	}

	/** Items carry the text too, for screen readers. */
	@Override
	public void update(ViewerCell cell) {
		cell.setText(column.text((CapacityRow) cell.getElement()));
		super.update(cell);
	}

	@Override
	protected void measure(Event event, Object element) {
		Point size = event.gc.textExtent(column.text((CapacityRow) element));
		event.setBounds(new Rectangle(event.x, event.y, size.x + 2 * MARGIN, size.y + 2 * MARGIN));
	}

	@Override
	protected void erase(Event event, Object element) {
		event.detail &= ~SWT.FOREGROUND; // drawn by paint
	}

	@Override
	protected void paint(Event event, Object element) {
		CapacityRow row = (CapacityRow) element;
		Rectangle cell = ((org.eclipse.swt.widgets.TableItem) event.item).getBounds(event.index);
		Palette colors = palette.get();
		Optional<Amount> amount = column.amount(row);
		amount.filter(a -> CapacityColumn.share(a) >= 0).ifPresent(a -> bar(event.gc, cell, a, colors));
		String text = column.text(row);
		int height = event.gc.textExtent(text).y;
		event.gc.setForeground((event.detail & SWT.SELECTED) != 0 ? event.gc.getForeground() : colors.text());
		event.gc.drawText(text, cell.x + 2 * MARGIN, cell.y + (cell.height - height) / 2, true);
	}

	private static void bar(GC gc, Rectangle cell, Amount amount, Palette colors) {
		int width = cell.width - 2 * MARGIN;
		int height = cell.height - 2 * MARGIN;
		fill(gc, colors.heading(), cell, width, height);
		double share = CapacityColumn.share(amount);
		Color requested = share > 1 ? colors.removed() : share >= MUCH ? colors.warning() : colors.notice();
		fill(gc, requested, cell, (int) Math.round(width * Math.min(1, share)), height);
		amount.used().ifPresent(used -> {
			gc.setBackground(colors.key());
			int length = (int) Math.round(width * Math.min(1, used / amount.capacity().getAsDouble()));
			gc.fillRectangle(cell.x + MARGIN, cell.y + cell.height - MARGIN - 2, length, 2);
		});
	}

	private static void fill(GC gc, Color color, Rectangle cell, int width, int height) {
		gc.setBackground(color);
		gc.fillRectangle(cell.x + MARGIN, cell.y + MARGIN, width, height);
	}
}
