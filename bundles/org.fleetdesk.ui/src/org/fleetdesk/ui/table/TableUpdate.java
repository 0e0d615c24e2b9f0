package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.VisualRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;

import org.fleetdesk.core.live.Delta;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.Line;

/**
 * Changes what a table shows so that cursor, selection and what is seen stay with their objects, and paints only if what is
 * seen changed. Belongs to the UI thread.
 */
final class TableUpdate {
	private static final long REVEAL_MILLIS = 3_000;

	private final TableLayers layers;
	private final TableData data;
	private final LineSelection selected;
	private final Runnable refit;
	private boolean behind; // what is not visible changed and the layers do not know yet
	private long revealUntil;

	/**
	 * Changes of a table.
	 *
	 * @param refit fits its columns and paints it
	 */
	TableUpdate(TableLayers layers, TableData data, LineSelection selected, Runnable refit) {
		this.layers = layers;
		this.data = data;
		this.selected = selected;
		this.refit = refit;
	}

	/** Someone asked for another order or filter: the line at the cursor is kept in sight when it comes. */
	void reveal() {
		revealUntil = data.now() + REVEAL_MILLIS;
	}

	/**
	 * Changes the data; says whether lines that are selected may be others than before.
	 *
	 * @param way how the content changes
	 * @param change does it; says whether the columns have to be fitted
	 */
	boolean change(Delta way, BooleanSupplier change) {
		SelectionLayer selection = layers.selection;
		Place cursor = place(selection.getSelectionAnchor().getRowPosition());
		int cursorColumn = selection.getSelectionAnchor().getColumnPosition();
		int topRow = layers.viewport.getOriginRowPosition();
		int offset = layers.viewport.getOrigin().getY() - selection.getStartYOfRowPosition(Math.max(0, topRow));
		Place top = topRow > 0 ? place(topRow) : Place.NONE;
		int rows = data.getRowCount();
		layers.viewport.setKeepInViewportRowPosition(-1); // that is a row and not its line, and would scroll back
		List<Object> seen = seen();
		AtomicBoolean others = new AtomicBoolean();
		boolean reveal = way.whole() && data.now() < revealUntil && cursor.there();
		selected.hold(() -> {
			boolean fit = change.getAsBoolean();
			others.set(selected.follow(way));
			behind |= rows != data.getRowCount();
			if (!reveal && top.there()) {
				scroll(row(top, way), offset);
			}
			if (fit) {
				behind = false;
				refit.run();
			} else if (!seen.equals(seen())) {
				repaint();
			}
			if (cursor.there()) {
				moveCursor(row(cursor, way), cursorColumn);
			}
		});
		if (reveal) {
			revealUntil = 0;
			catchUp();
			layers.viewport.moveRowPositionIntoViewport(selection.getSelectionAnchor().getRowPosition());
		}
		return others.get();
	}

	/** What stands in a row: an object or the heading of a group. */
	private record Place(Optional<Line> line, Optional<String> title) {
		private static final Place NONE = new Place(Optional.empty(), Optional.empty());

		private boolean there() {
			return line.isPresent() || title.isPresent();
		}
	}

	private Place place(int row) {
		return new Place(data.line(row), data.heading(row).map(Group::title));
	}

	private int row(Place place, Delta way) {
		return place.line().map(line -> data.rowOf(line, way))
				.orElseGet(() -> place.title().map(data::headingRow).orElse(-1));
	}

	/** What the visible rows show. */
	private List<Object> seen() {
		List<Object> shown = new ArrayList<>();
		int first = Math.max(0, layers.viewport.getOriginRowPosition());
		for (int row = first; row <= first + layers.viewport.getRowCount(); row++) {
			data.line(row).ifPresent(shown::add);
			data.heading(row).ifPresent(group -> shown.add(group.title() + "\n" + group.count()));
		}
		return shown;
	}

	private void repaint() {
		layers.data.fireLayerEvent(behind
				? new RowStructuralRefreshEvent(layers.data)
				: new VisualRefreshEvent(layers.data));
		behind = false;
	}

	/** Has the layers know how many rows there are. */
	void catchUp() {
		if (behind) {
			repaint();
		}
	}

	/** Puts the cursor into a row; nowhere if that is negative. */
	void moveCursor(int row, int column) {
		layers.selection.moveSelectionAnchor(row < 0 ? SelectionLayer.NO_SELECTION : column,
				row < 0 ? SelectionLayer.NO_SELECTION : row);
		if (row >= 0) {
			layers.selection.setLastSelectedCell(column, row);
		}
	}

	private void scroll(int row, int offset) {
		if (row < 0) {
			return;
		}
		int wanted = layers.selection.getStartYOfRowPosition(row) + offset;
		if (layers.viewport.getOrigin().getY() != wanted) {
			layers.viewport.setOriginY(wanted);
		}
	}
}
