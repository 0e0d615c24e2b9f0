package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.layer.event.IStructuralChangeEvent;
import org.eclipse.nebula.widgets.nattable.selection.ISelectionModel;
import org.eclipse.swt.graphics.Rectangle;

import org.fleetdesk.core.live.Delta;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;

/**
 * Which objects are selected: whole rows, by object and not by place, so that a selection survives every update. A selected
 * heading selects the lines that its group has then. Objects that are filtered away stay selected but count only while they
 * are shown. An update costs as much as there are changes. Belongs to the UI thread.
 */
final class LineSelection implements ISelectionModel {
	private static final int FEW = 1_000;

	private final TableData data;
	private final Map<RowId, Line> selected = new HashMap<>(); // the newest line of each that was shown
	private final Set<String> headings = new HashSet<>(); // titles of groups
	private boolean several = true;
	private boolean held;
	private List<Line> lines = List.of(); // as of the content and selection that positions are of
	private int[] positions = {};
	private boolean known;

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
		known = false;
		boolean changed = false;
		if (!selected.isEmpty() && !(way.whole() && foundAgain())) {
			for (Line line : way.gone()) {
				changed |= selected.containsKey(new RowId(line));
			}
			for (Line line : way.came()) {
				RowId id = new RowId(line);
				Line before = selected.get(id);
				if (before != null && before != line) {
					selected.remove(id);
					selected.put(new RowId(line), line);
					changed = true;
				}
			}
		}
		return changed || way.whole() && !selected.isEmpty();
	}

	/** Whether the selected lines, if they are few, all stand in the content as they are: it is only sorted otherwise. */
	private boolean foundAgain() {
		ListContent content = data.content().orElse(ListContent.NOTHING);
		return selected.size() <= FEW && selected.values().stream().allMatch(line -> content.indexOf(line) >= 0);
	}

	/** The selected lines that are among the content's, in their order, those of collapsed groups too. */
	List<Line> lines() {
		look();
		return lines;
	}

	private int[] positions() {
		look();
		return positions;
	}

	private void look() {
		if (known) {
			return;
		}
		known = true;
		ListContent content = data.content().orElse(ListContent.NOTHING);
		int[] found;
		if (selected.size() > FEW && selected.size() > content.lines().size() / 16) {
			found = new int[Math.min(selected.size(), content.lines().size())];
			int at = 0;
			int size = 0;
			for (Line line : content.lines()) {
				if (size < found.length && selected.containsKey(new RowId(line))) {
					found[size++] = at;
				}
				at++;
			}
			found = Arrays.copyOf(found, size);
		} else {
			found = selected.values().stream().mapToInt(content::indexOf).filter(i -> i >= 0).sorted().toArray();
		}
		lines = Arrays.stream(found).mapToObj(content.lines()::get).toList();
		IntStream rows = Arrays.stream(found).map(data.rows()::rowOf).filter(row -> row >= 0);
		positions = headings.isEmpty()
				? rows.toArray()
				: IntStream.concat(rows, headings.stream().mapToInt(data::headingRow).filter(row -> row >= 0)).sorted()
						.toArray();
	}

	/** Rows stand elsewhere, or others are selected. */
	void changed() {
		known = false;
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
		data.line(row).ifPresent(this::add);
		data.heading(row).ifPresent(group -> {
			headings.add(group.title());
			linesOf(group).forEach(this::add);
		});
		changed();
	}

	private void add(Line line) {
		selected.put(new RowId(line), line);
	}

	private List<Line> linesOf(Group group) {
		return data.lines().subList(group.first(), group.first() + group.count());
	}

	private void forget() {
		selected.clear();
		headings.clear();
	}

	/** Of a range of rows a heading adds what is hidden below it; of its other lines those in the range are. */
	@Override
	public void addSelection(Rectangle range) {
		int end = (int) Math.min(data.getRowCount(), (long) range.y + range.height);
		boolean one = range.height == 1;
		for (int row = Math.max(0, range.y); row < end; row++) {
			int line = data.rows().line(row);
			if (line >= 0 && several) {
				add(data.lines().get(line));
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
				selected.remove(new RowId(line));
				int group = data.rows().groupOf(data.rows().line(row));
				data.heading(group < 0 ? -1 : data.rows().heading(group)).map(Group::title).ifPresent(headings::remove);
			});
			data.heading(row).ifPresent(group -> {
				headings.remove(group.title());
				linesOf(group).forEach(line -> selected.remove(new RowId(line)));
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
		return selected.isEmpty() && headings.isEmpty();
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
		return !isEmpty() && (data.line(row).filter(line -> selected.containsKey(new RowId(line))).isPresent()
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
