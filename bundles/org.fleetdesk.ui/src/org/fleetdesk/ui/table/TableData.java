package org.fleetdesk.ui.table;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;

import org.fleetdesk.core.live.Delta;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;

/**
 * What a table shows now: a content, the columns of it that are visible, the groups of it that are expanded. Nothing here
 * looks through all lines. Belongs to the UI thread.
 */
final class TableData implements IDataProvider {
	/** The columns that say how objects do, from the one that says most. */
	private static final List<String> MARKED = List.of("Health", "Status", "Phase", "State", "Ready", "Name");

	private final InstantSource clock;
	private Optional<ListContent> content = Optional.empty();
	private List<Line> lines = List.of();
	private List<Group> groups = List.of();
	private List<ListColumn> columns = List.of();
	private int[] indices = {};
	private int marked = -1; // the visible column whose cells say how objects do
	private TableRows rows = TableRows.NONE;
	private boolean allCollapsed;
	private final Set<String> others = new HashSet<>(); // titles of groups that are not as all are

	TableData(InstantSource clock) {
		this.clock = clock;
	}

	void show(ListContent newest, List<ListColumn> visible) {
		content = Optional.of(newest);
		lines = newest.lines();
		groups = newest.groups();
		columns = List.copyOf(visible);
		indices = columns.stream().mapToInt(c -> newest.columns().indexOf(c)).toArray();
		boolean judged = newest.columns().stream().anyMatch(c -> c.source() == ListColumn.Source.HEALTH);
		marked = judged ? MARKED.stream().mapToInt(this::index).filter(i -> i >= 0).findFirst().orElse(-1) : -1;
		arrange();
	}

	private int index(String name) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equalsIgnoreCase(name)) {
				return i;
			}
		}
		return -1;
	}

	/** Whether the cells of a column begin with a mark of how their object does. */
	boolean marked(int column) {
		return column == marked;
	}

	/** How much of a whole a cell is that is drawn as a bar; not a number where nothing is drawn. */
	double share(Line line, int column) {
		return content.isPresent() && column < indices.length
				? content.get().share(line, indices[column])
				: Double.NaN;
	}

	private void arrange() {
		rows = new TableRows(groups, lines.size(), this::collapsed);
	}

	/** Whether a group's lines are hidden. */
	boolean collapsed(String title) {
		return allCollapsed != others.contains(title);
	}

	/** The groups whose lines are hidden. */
	List<Group> collapsed() {
		return groups.stream().filter(group -> collapsed(group.title())).toList();
	}

	/** Hides or shows a group's lines. */
	void collapse(String title, boolean collapse) {
		if (collapse == allCollapsed) {
			others.remove(title);
		} else {
			others.add(title);
		}
		arrange();
	}

	/** Hides or shows the lines of all groups, of those that come later too. */
	void collapseAll(boolean collapse) {
		allCollapsed = collapse;
		others.clear();
		arrange();
	}

	Optional<ListContent> content() {
		return content;
	}

	List<Line> lines() {
		return lines;
	}

	List<ListColumn> columns() {
		return columns;
	}

	TableRows rows() {
		return rows;
	}

	long now() {
		return clock.millis();
	}

	/** The line in a row, if a line stands there. */
	Optional<Line> line(int row) {
		int line = rows.line(row);
		return line < 0 ? Optional.empty() : Optional.of(lines.get(line));
	}

	/** The group whose heading stands in a row, if one does. */
	Optional<Group> heading(int row) {
		int group = rows.group(row);
		return group < 0 ? Optional.empty() : Optional.of(groups.get(group));
	}

	/** The row of the heading of a group, -1 if there is none of this title. */
	int headingRow(String title) {
		for (int i = 0; i < groups.size(); i++) {
			if (groups.get(i).title().equals(title)) {
				return rows.heading(i);
			}
		}
		return -1;
	}

	/**
	 * The row in which the object of a line stands that was shown before, -1 if none does.
	 *
	 * @param way how the content shown now came out of the one before
	 */
	int rowOf(Line before, Delta way) {
		ListContent shown = content.orElse(ListContent.NOTHING);
		int line = shown.indexOf(before);
		if (line < 0) { // it was replaced, or is gone: looks through what changed
			line = way.came().stream().filter(before::sameObject).findFirst().map(shown::indexOf).orElse(-1);
		}
		return rows.rowOf(line);
	}

	/** How the ages of these lines read now. */
	List<String> ages(List<Line> some) {
		List<String> ages = new ArrayList<>();
		for (int column = 0; column < columns.size(); column++) {
			if (columns.get(column).moment()) {
				for (Line line : some) {
					ages.add(text(line, column));
				}
			}
		}
		return ages;
	}

	String text(Line line, int column) {
		if (content.isEmpty()) {
			return "";
		}
		String text = content.get().text(line, indices[column], clock.instant());
		return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s*\n\\s*", " ");
	}

	@Override
	public Object getDataValue(int column, int row) {
		return column < columns.size() ? line(row).map(l -> text(l, column)).orElse("") : "";
	}

	@Override
	public void setDataValue(int column, int row, Object value) {
		throw new UnsupportedOperationException("a list is read");
	}

	@Override
	public int getColumnCount() {
		return columns.size();
	}

	@Override
	public int getRowCount() {
		return rows.count();
	}
}
