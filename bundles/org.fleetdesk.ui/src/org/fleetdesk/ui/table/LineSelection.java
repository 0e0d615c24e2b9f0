package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.selection.ISelectionModel;
import org.eclipse.swt.graphics.Rectangle;

import org.fleetdesk.core.live.ChosenLines;
import org.fleetdesk.core.live.Delta;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;

import org.jspecify.annotations.Nullable;

/**
 * Which rows are selected: those of chosen objects, whatever their places, and headings, which choose the lines that their
 * groups have then. An update costs as much as there are changes. Belongs to the UI thread.
 */
final class LineSelection implements ISelectionModel {
	private final TableData data;
	private final ChosenLines chosen = new ChosenLines();
	private final Set<String> headings = new HashSet<>(); // titles of groups
	private boolean several = true;
	private boolean held;
	private @Nullable List<Line> lines; // the chosen ones that the content has, until it or they change
	private int @Nullable [] positions; // the rows of lines and headings, until any of them changes

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

	/** Takes in how the content changed; says whether any selected line did. */
	boolean follow(Delta way) {
		changed();
		return chosen.follow(way, data.content().orElse(ListContent.NOTHING));
	}

	/** The selected lines that are among the content's, in their order, those of collapsed groups too. */
	List<Line> lines() {
		List<Line> known = lines;
		if (known == null) {
			known = chosen.lines();
			lines = known;
		}
		return known;
	}

	private int[] positions() {
		int[] known = positions;
		if (known == null) {
			IntStream rows = chosen.indices().map(data.rows()::rowOf).filter(row -> row >= 0);
			known = headings.isEmpty()
					? rows.toArray()
					: IntStream.concat(rows, headings.stream().mapToInt(data::headingRow).filter(row -> row >= 0))
							.sorted().toArray();
			positions = known;
		}
		return known;
	}

	/** Rows stand elsewhere, or others are selected. */
	private void changed() {
		lines = null;
		positions = null;
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
			forget();
		}
		data.line(row).ifPresent(chosen::add);
		data.heading(row).ifPresent(group -> {
			headings.add(group.title());
			linesOf(group).forEach(chosen::add);
		});
		changed();
	}

	private List<Line> linesOf(Group group) {
		return data.lines().subList(group.first(), group.first() + group.count());
	}

	private void forget() {
		chosen.clear();
		headings.clear();
	}

	/** Of a range of rows a heading adds what is hidden below it; of its other lines those in the range are. */
	@Override
	public void addSelection(Rectangle range) {
		int end = (int) Math.min(data.getRowCount(), (long) range.y + range.height);
		if (several && range.y <= 0 && end == data.getRowCount()) {
			chosen.addAll();
			data.collapsed().forEach(group -> headings.add(group.title()));
			changed();
			return;
		}
		boolean one = range.height == 1;
		for (int row = Math.max(0, range.y); row < end; row++) {
			int line = data.rows().line(row);
			if (line >= 0 && several) {
				chosen.add(data.lines().get(line));
			} else if (one || data.heading(row).filter(group -> !data.collapsed(group.title())).isEmpty()) {
				addSelection(0, row);
			}
		}
		changed();
	}

	@Override
	public void clearSelection() {
		if (!held) {
			forget();
			changed();
		}
	}

	@Override
	public void clearSelection(int column, int row) {
		if (!held) {
			data.line(row).ifPresent(line -> {
				chosen.remove(line);
				int group = data.rows().groupOf(data.rows().line(row));
				data.heading(group < 0 ? -1 : data.rows().heading(group)).map(Group::title).ifPresent(headings::remove);
			});
			data.heading(row).ifPresent(group -> {
				headings.remove(group.title());
				linesOf(group).forEach(chosen::remove);
			});
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

	/** Whether nothing is selected, hidden or not. */
	@Override
	public boolean isEmpty() {
		return chosen.isEmpty() && headings.isEmpty();
	}

	@Override
	public List<Rectangle> getSelections() {
		int width = data.getColumnCount();
		List<Rectangle> rectangles = new ArrayList<>();
		getSelectedRowPositions()
				.forEach(range -> rectangles.add(new Rectangle(0, range.start, width, range.end - range.start)));
		return rectangles;
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
		return !isEmpty() && (data.line(row).filter(chosen::has).isPresent()
				|| data.heading(row).filter(group -> headings.contains(group.title())).isPresent());
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
