package org.fleetdesk.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.fleetdesk.core.live.ListColumn;

/**
 * How someone arranged the columns of a kind: order, which are shown, how wide. Immutable. Columns that it does not name
 * stand where the list has them, wide ones hidden; columns that a list does not have now keep their place.
 *
 * @param columns the arranged columns, in order; empty if nothing was ever arranged
 */
public record ColumnLayout(List<Choice> columns) {

	/** Nothing arranged. */
	public static final ColumnLayout DEFAULT = new ColumnLayout(List.of());

	/**
	 * What is arranged for one column.
	 *
	 * @param name the column's name
	 * @param visible whether it is shown
	 * @param width its width in points, or 0 for as wide as its content
	 */
	public record Choice(String name, boolean visible, int width) {
		public Choice {
			Objects.requireNonNull(name);
		}
	}

	public ColumnLayout {
		columns = List.copyOf(columns);
	}

	/** This layout with a place for every column of a list. */
	public ColumnLayout with(List<ListColumn> all) {
		List<Choice> merged = new ArrayList<>(columns);
		int after = 0;
		for (ListColumn column : all) {
			int at = indexOf(merged, column.name());
			if (at < 0) {
				at = after;
				merged.add(at, new Choice(column.name(), !column.wide(), 0));
			}
			after = at + 1;
		}
		return new ColumnLayout(merged);
	}

	/** The columns of a list to show, in order. */
	public List<ListColumn> visible(List<ListColumn> all) {
		Map<String, ListColumn> byName = all.stream()
				.collect(Collectors.toMap(ListColumn::name, c -> c, (first, second) -> first, HashMap::new));
		return with(all).columns.stream().filter(Choice::visible).map(c -> byName.get(c.name()))
				.filter(Objects::nonNull).toList();
	}

	/** The width that was given to a column, if one was. */
	public Optional<Integer> width(String name) {
		return columns.stream().filter(c -> c.name().equals(name) && c.width() > 0).map(Choice::width).findFirst();
	}

	/** This layout with a column shown or hidden. */
	public ColumnLayout show(String name, boolean visible) {
		return change(name, c -> new Choice(c.name(), visible, c.width()));
	}

	/** This layout with a column so wide. */
	public ColumnLayout resize(String name, int width) {
		return change(name, c -> new Choice(c.name(), c.visible(), width));
	}

	private ColumnLayout change(String name, UnaryOperator<Choice> how) {
		return new ColumnLayout(columns.stream().map(c -> c.name().equals(name) ? how.apply(c) : c).toList());
	}

	/** This layout with a column moved before another one; behind all if there is no other. */
	public ColumnLayout move(String name, Optional<String> before) {
		int from = indexOf(columns, name);
		if (from < 0 || before.filter(name::equals).isPresent()) {
			return this;
		}
		List<Choice> moved = new ArrayList<>(columns);
		Choice choice = moved.remove(from);
		int to = before.map(b -> indexOf(moved, b)).filter(i -> i >= 0).orElse(moved.size());
		moved.add(to, choice);
		return new ColumnLayout(moved);
	}

	private static int indexOf(List<Choice> choices, String name) {
		for (int i = 0; i < choices.size(); i++) {
			if (choices.get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}

	/** As text for the preferences, one line a column. */
	public String text() {
		return columns.stream().map(c -> c.name() + "\t" + c.visible() + "\t" + c.width())
				.collect(Collectors.joining("\n"));
	}

	/** What {@link #text} wrote; lines that it did not write are passed over. */
	public static ColumnLayout parse(String text) {
		Map<String, Choice> choices = new HashMap<>();
		List<String> order = new ArrayList<>();
		for (String line : text.split("\n")) {
			String[] parts = line.split("\t");
			if (parts.length == 3 && parts[2].matches("\\d{1,5}")) {
				order.add(parts[0]);
				choices.put(parts[0], new Choice(parts[0], Boolean.parseBoolean(parts[1]), Integer.parseInt(parts[2])));
			}
		}
		return new ColumnLayout(choices.values().stream()
				.sorted(Comparator.comparing(c -> order.indexOf(c.name()))).toList());
	}
}
