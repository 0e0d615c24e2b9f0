package org.fleetdesk.ui.table;

import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.painter.IOverlayPainter;
import org.eclipse.swt.graphics.GC;

import org.fleetdesk.core.live.Group;

/** Draws the headings of groups over the rows that are theirs, as wide as the table: an arrow, the title, how many lines. */
final class GroupPainter implements IOverlayPainter {
	/** How far from the left a click opens or closes a group. */
	static final int ARROW = 24;
	private static final int ARROW_X = 9;
	private static final int ARROW_SIZE = 4;

	private final NatTable table;
	private final TableData data;
	private final LineSelection selected;
	private Optional<Palette> palette = Optional.empty();

	GroupPainter(NatTable table, TableData data, LineSelection selected) {
		this.table = table;
		this.data = data;
		this.selected = selected;
	}

	void colors(Palette newest) {
		palette = Optional.of(newest);
	}

	@Override
	public void paintOverlay(GC gc, ILayer layer) {
		if (palette.isEmpty() || data.content().filter(content -> !content.groups().isEmpty()).isEmpty()) {
			return;
		}
		int width = table.getClientArea().width;
		for (int position = 1; position < table.getRowCount(); position++) { // below the headings of columns
			int row = table.getRowIndexByPosition(position);
			Optional<Group> group = data.heading(row);
			int y = table.getStartYOfRowPosition(position);
			if (group.isPresent() && y >= 0) {
				paint(gc, group.get(), row, y, width, table.getRowHeightByPosition(position), palette.get());
			}
		}
	}

	private void paint(GC gc, Group group, int row, int y, int width, int height, Palette colors) {
		int top = Math.max(y, table.getStartYOfRowPosition(1));
		gc.setClipping(0, top, width, y + height - top);
		gc.setBackground(selected.isRowPositionSelected(row) ? colors.selection() : colors.heading());
		gc.fillRectangle(0, y, width, height - 1);
		gc.setBackground(colors.text());
		int x = ARROW_X;
		int middle = y + height / 2;
		gc.fillPolygon(data.collapsed(group.title())
				? new int[]{x, middle - ARROW_SIZE, x + ARROW_SIZE + 1, middle, x, middle + ARROW_SIZE}
				: new int[]{x - 2, middle - 2, x + 2 * ARROW_SIZE - 1, middle - 2, x + 2, middle + ARROW_SIZE - 1});
		gc.setForeground(colors.text());
		gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		String title = group.title().isEmpty() ? Messages.group_none : group.title();
		int textY = y + (height - gc.getFontMetrics().getHeight()) / 2;
		gc.drawText(title, ARROW, textY, true);
		int after = ARROW + gc.textExtent(title).x + 10;
		gc.setFont(table.getFont());
		gc.setForeground(colors.faint());
		gc.drawText(FreshnessText.number(group.count()), after, textY, true);
		gc.setClipping((org.eclipse.swt.graphics.Rectangle) null);
	}
}
