package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.selection.ISelectionModel;
import org.eclipse.swt.graphics.Rectangle;

import org.fleetdesk.core.live.Line;

/**
 * Which objects are selected: whole rows, by object and not by place, so that a selection survives every update. Objects
 * that are filtered away stay selected but count only while they are shown. Belongs to the UI thread.
 */
final class LineSelection implements ISelectionModel {
	private final TableData data;
	private final Set<RowId> selected = new LinkedHashSet<>();
	private boolean several = true;
	private boolean held;
	private List<Line> known = List.of();
	private int[] positions = {};

	LineSelection(TableData data) {
		this.data = data;
	}

	/** Runs an update of the table during which nothing of the selection is lost. */
	void hold(Runnable update) {
		held = true;
		try {
			update.run();
		} finally {
			held = false;
		}
	}

	/** The selected lines that are shown, in their order. */
	List<Line> lines() {
		return Arrays.stream(positions()).mapToObj(data.lines()::get).toList();
	}

	private int[] positions() {
		if (known != data.lines()) {
			known = data.lines();
			positions = selected.isEmpty()
					? new int[0]
					: IntStream.range(0, known.size()).filter(i -> selected.contains(RowId.of(known.get(i)))).toArray();
		}
		return positions;
	}

	private void changed() {
		known = List.of();
	}

	@Override
	public boolean isMultipleSelectionAllowed() {
		return several;
	}

	@Override
	public void setMultipleSelectionAllowed(boolean allowed) {
		several = allowed;
	}

	@Override
	public void addSelection(int column, int row) {
		if (!several) {
			selected.clear();
		}
		data.line(row).ifPresent(line -> selected.add(RowId.of(line)));
		changed();
	}

	@Override
	public void addSelection(Rectangle range) {
		int end = (int) Math.min(data.getRowCount(), (long) range.y + range.height);
		for (int row = Math.max(0, range.y); row < end; row++) {
			addSelection(0, row);
		}
	}

	@Override
	public void clearSelection() {
		if (!held) {
			selected.clear();
			changed();
		}
	}

	@Override
	public void clearSelection(int column, int row) {
		if (!held) {
			data.line(row).ifPresent(line -> selected.remove(RowId.of(line)));
			changed();
		}
	}

	@Override
	public void clearSelection(Rectangle range) {
		int end = (int) Math.min(data.getRowCount(), (long) range.y + range.height);
		for (int row = Math.max(0, range.y); row < end; row++) {
			clearSelection(0, row);
		}
	}

	@Override
	public boolean isEmpty() {
		return selected.isEmpty() || positions().length == 0;
	}

	@Override
	public List<Rectangle> getSelections() {
		int width = data.getColumnCount();
		return Arrays.stream(positions()).mapToObj(row -> new Rectangle(0, row, width, 1)).toList();
	}

	@Override
	public boolean isCellPositionSelected(int column, int row) {
		return isRowPositionSelected(row);
	}

	@Override
	public int[] getSelectedColumnPositions() {
		return isEmpty() ? new int[0] : IntStream.range(0, data.getColumnCount()).toArray();
	}

	@Override
	public boolean isColumnPositionSelected(int column) {
		return !isEmpty();
	}

	@Override
	public int[] getFullySelectedColumnPositions(int rows) {
		return new int[0];
	}

	@Override
	public boolean isColumnPositionFullySelected(int column, int rows) {
		return false;
	}

	@Override
	public int getSelectedRowCount() {
		return positions().length;
	}

	@Override
	public Set<Range> getSelectedRowPositions() {
		List<Range> ranges = new ArrayList<>();
		for (int row : positions()) {
			Range last = ranges.isEmpty() ? null : ranges.getLast();
			if (last != null && last.end == row) {
				last.end++;
			} else {
				ranges.add(new Range(row, row + 1));
			}
		}
		return new LinkedHashSet<>(ranges);
	}

	@Override
	public boolean isRowPositionSelected(int row) {
		return !selected.isEmpty() && data.line(row).filter(line -> selected.contains(RowId.of(line))).isPresent();
	}

	@Override
	public int[] getFullySelectedRowPositions(int columns) {
		return positions().clone();
	}

	@Override
	public boolean isRowPositionFullySelected(int row, int columns) {
		return isRowPositionSelected(row);
	}

	@Override
	public void handleLayerEvent(IStructuralChangeEvent event) {
		// objects stay selected wherever they stand
	}

	@Override
	public Class<IStructuralChangeEvent> getLayerEventClass() {
		return IStructuralChangeEvent.class;
	}
}
