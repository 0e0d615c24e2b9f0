package org.fleetdesk.ui.table;

import java.util.List;

import org.eclipse.swt.graphics.GC;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;

/** How wide a column must be for what stands in it: its heading and its longest cell among some hundred rows. */
final class ColumnFit {
	private static final int LOOKED_AT = 300;
	private static final int NARROWEST = 40;
	private static final int WIDEST = 420;
	private static final int MEASURED_CHARACTERS = 200;

	private final TableData data;
	private final GC gc;

	ColumnFit(TableData data, GC gc) {
		this.data = data;
		this.gc = gc;
	}

	/** The width in points; the GC has the table's font. */
	int width(int column, boolean limited) {
		ListColumn shown = data.columns().get(column);
		int longest = 0;
		int cells = 0;
		List<Line> lines = data.lines();
		for (Line line : lines.subList(0, Math.min(LOOKED_AT, lines.size()))) {
			String text = data.text(line, column);
			if (text.length() * 10 >= longest * 9) { // of texts about as long the one with more wide letters wins
				longest = Math.max(longest, text.length());
				cells = Math.max(cells,
						gc.textExtent(text.substring(0, Math.min(MEASURED_CHARACTERS, text.length()))).x);
			}
		}
		if (shown.source() == ListColumn.Source.AGE) {
			cells = Math.max(cells, gc.textExtent("10m59s").x); // ages grow, and should not push what is beside them
		}
		int heading = gc.textExtent(shown.name() + " \u25BC2").x * 11 / 10; // bold is wider
		int wanted = Math.max(cells + (data.marked(column) ? CellMarks.ROOM : 0), heading) + 2 * TableLook.PADDING + 4;
		return limited ? Math.clamp(wanted, NARROWEST, WIDEST) : Math.max(wanted, NARROWEST);
	}
}
