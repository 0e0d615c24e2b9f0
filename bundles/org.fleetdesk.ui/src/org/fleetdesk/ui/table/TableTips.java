package org.fleetdesk.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Event;

import org.fleetdesk.core.live.Line;

import org.jspecify.annotations.Nullable;

/** Tips: what a column means, and the whole text of a cell that is cut. */
final class TableTips extends NatTableContentTooltip {
	private final LiveTable owner;

	TableTips(NatTable table, LiveTable owner) {
		super(table, GridRegion.BODY, GridRegion.COLUMN_HEADER);
		this.owner = owner;
	}

	@Override
	protected @Nullable String getText(Event event) {
		int column = natTable.getColumnIndexByPosition(natTable.getColumnPositionByX(event.x));
		if (column < 0 || column >= owner.columns().size()) {
			return null;
		}
		if (natTable.getRowPositionByY(event.y) == 0) {
			String description = owner.columns().get(column).description();
			return description.isEmpty() ? null : description;
		}
		String text = super.getText(event);
		if (text != null && owner.data().marked(column)) {
			int row = natTable.getRowIndexByPosition(natTable.getRowPositionByY(event.y));
			return CellMarks.tip(owner.data().line(row).flatMap(Line::health), text)
					.orElse(cut(text, column) ? text : null);
		}
		return text != null && cut(text, column) ? text : null;
	}

	private boolean cut(String text, int column) {
		GC gc = new GC(natTable);
		try {
			int room = owner.layers().data.getColumnWidthByPosition(column) - 2 * TableLook.PADDING
					- (owner.data().marked(column) ? CellMarks.ROOM : 0);
			return gc.textExtent(text.substring(0, Math.min(text.length(), 500))).x > room;
		} finally {
			gc.dispose();
		}
	}
}
