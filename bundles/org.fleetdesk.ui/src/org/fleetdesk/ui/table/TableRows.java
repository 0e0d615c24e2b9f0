package org.fleetdesk.ui.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.fleetdesk.core.live.Group;

/** Which rows of a table stand for lines and which for the headings of groups. Immutable. */
public final class TableRows {
	/** No rows. */
	static final TableRows NONE = new TableRows(List.of(), 0, title -> false);

	private final int lines;
	private final int[] firsts; // the first line of each group, and behind the last the number of lines
	private final int[] headings; // the row of each group's heading, and behind the last the number of rows

	/**
	 * The rows of so many lines.
	 *
	 * @param groups the groups of all lines; none if they are not grouped
	 * @param collapsed whether the lines of the group of a title are hidden
	 */
	public TableRows(List<Group> groups, int lines, Predicate<String> collapsed) {
		this.lines = lines;
		this.firsts = new int[groups.size() + 1];
		this.headings = new int[groups.size() + 1];
		int row = 0;
		for (int i = 0; i < groups.size(); i++) {
			Group group = groups.get(i);
			firsts[i] = group.first();
			headings[i] = row;
			row += 1 + (collapsed.test(group.title()) ? 0 : group.count());
		}
		firsts[groups.size()] = lines;
		headings[groups.size()] = row;
	}

	private boolean grouped() {
		return headings.length > 1;
	}

	/** How many rows there are. */
	public int count() {
		return grouped() ? headings[headings.length - 1] : lines;
	}

	/** The line that stands in a row, -1 if a heading does or the row is none. */
	public int line(int row) {
		if (row < 0 || row >= count()) {
			return -1;
		} else if (!grouped()) {
			return row;
		}
		int group = floor(headings, row);
		return headings[group] == row ? -1 : firsts[group] + row - headings[group] - 1;
	}

	/** The group whose heading stands in a row, -1 if a line does or the row is none. */
	public int group(int row) {
		if (!grouped() || row < 0 || row >= count()) {
			return -1;
		}
		int at = Arrays.binarySearch(headings, 0, headings.length - 1, row);
		return at < 0 ? -1 : at;
	}

	/** The group that a line belongs to, -1 if lines are not grouped. */
	public int groupOf(int line) {
		return grouped() ? floor(firsts, line) : -1;
	}

	/** The row of a line, -1 if its group is collapsed. */
	public int rowOf(int line) {
		if (line < 0 || !grouped()) {
			return line;
		}
		int group = groupOf(line);
		int row = headings[group] + 1 + line - firsts[group];
		return row < headings[group + 1] ? row : -1;
	}

	/** The row of a group's heading. */
	public int heading(int group) {
		return headings[group];
	}

	private static int floor(int[] sorted, int value) {
		int at = Arrays.binarySearch(sorted, 0, sorted.length - 1, value);
		return at < 0 ? -at - 2 : at;
	}
}
