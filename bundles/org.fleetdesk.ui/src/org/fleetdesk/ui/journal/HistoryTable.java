package org.fleetdesk.ui.journal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Entry.Outcome;
import org.fleetdesk.ui.journal.HistoryRow.Operation;
import org.fleetdesk.ui.table.Palette;

/**
 * The history as a table that makes its rows when they are seen; an operation of several objects unfolds to its parts.
 * Belongs to the UI thread.
 */
final class HistoryTable {
	private static final int[] WEIGHTS = {14, 12, 14, 26, 12, 12, 7, 30};
	private static final int[] NARROWEST = {100, 90, 90, 200, 90, 90, 60, 160};
	private static final int OUTCOME = 1;
	private static final String FOLDED = "\u25B8 ";
	private static final String UNFOLDED = "\u25BE ";
	private static final String PART = "      ";

	private final Composite holder;
	private final Table table;
	private final Control styled;
	private final Supplier<OperationWords> words;
	private final Runnable changed;
	private final Set<String> unfolded = new HashSet<>();
	private List<Operation> operations = List.of();
	private List<HistoryRow> rows = List.of();

	/**
	 * Below a parent.
	 *
	 * @param styled the text field whose colours the theme sets
	 * @param words those of the moment
	 * @param changed told when something else is selected, or what is selected is another
	 */
	HistoryTable(Composite parent, Control styled, Supplier<OperationWords> words, Runnable changed) {
		this.styled = styled;
		this.words = words;
		this.changed = changed;
		holder = new Composite(parent, SWT.NONE);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
		table.setHeaderVisible(true);
		List<String> headings = OperationWords.headings();
		for (int i = 0; i < headings.size(); i++) {
			TableColumn column = new TableColumn(table, SWT.NONE);
			column.setText(headings.get(i));
			layout.setColumnData(column, new ColumnWeightData(WEIGHTS[i], NARROWEST[i]));
		}
		table.addListener(SWT.SetData, this::fill);
		table.addListener(SWT.Selection, event -> changed.run());
		table.addListener(SWT.KeyDown, this::pressed);
		table.addListener(SWT.MouseUp, this::clicked);
	}

	Composite control() {
		return holder;
	}

	Table table() {
		return table;
	}

	private void fill(Event event) {
		int index = table.indexOf((TableItem) event.item);
		if (index < 0 || index >= rows.size()) {
			return; // GTK also asks for rows that are just going
		}
		HistoryRow row = rows.get(index);
		TableItem item = (TableItem) event.item;
		String[] cells = words.get().cells(row).toArray(String[]::new);
		cells[0] = sign(row) + cells[0];
		item.setText(cells);
		item.setForeground(OUTCOME, color(row));
	}

	private String sign(HistoryRow row) {
		return switch (row) {
			case Operation operation -> operation.several()
					? unfolded.contains(operation.id()) ? UNFOLDED : FOLDED
					: "";
			case HistoryRow.Part part -> PART;
		};
	}

	private Color color(HistoryRow row) {
		Palette palette = Palette.of(styled);
		Set<Outcome> outcomes = row.entries().stream().map(Entry::outcome).collect(Collectors.toSet());
		if (outcomes.contains(Outcome.FAILED)) {
			return palette.bad();
		}
		return outcomes.contains(Outcome.UNKNOWN) || outcomes.contains(Outcome.CANCELLED)
				? palette.doubtful()
				: outcomes.contains(Outcome.RUNNING) ? palette.key() : palette.text();
	}

	private void pressed(Event event) {
		int index = table.getSelectionIndex();
		HistoryRow row = index < 0 || index >= rows.size() ? null : rows.get(index);
		if (event.keyCode == SWT.ARROW_RIGHT && row instanceof Operation operation) {
			event.doit = false;
			fold(operation, false);
		} else if (event.keyCode == SWT.ARROW_LEFT && row != null) {
			event.doit = false;
			operations.stream().filter(operation -> operation.entries().containsAll(row.entries())).findFirst()
					.ifPresent(operation -> {
						select(Set.of(operation.id()));
						fold(operation, true);
					});
		}
	}

	private void clicked(Event event) {
		TableItem item = table.getItem(new Point(event.x, event.y));
		int index = item == null ? -1 : table.indexOf(item);
		if (event.button == 1 && index >= 0 && index < rows.size() && rows.get(index) instanceof Operation operation
				&& event.x < item.getTextBounds(0).x + 16) {
			fold(operation, unfolded.contains(operation.id()));
		}
	}

	/** Shows an operation's parts, or not any more. */
	void fold(Operation operation, boolean away) {
		if (operation.several() && (away ? unfolded.remove(operation.id()) : unfolded.add(operation.id()))) {
			show(operations);
		}
	}

	/** Shows operations; what was selected stays so, and what was in sight. */
	void show(List<Operation> newest) {
		Set<String> selected = selection().stream().map(HistoryRow::id).collect(Collectors.toSet());
		String top = table.getTopIndex() > 0 && table.getTopIndex() < rows.size()
				? rows.get(table.getTopIndex()).id()
				: "";
		List<HistoryRow> before = selection();
		operations = newest;
		rows = HistoryRow.seen(newest, unfolded);
		table.setRedraw(false);
		table.setItemCount(rows.size());
		table.clearAll();
		select(selected);
		table.setTopIndex(Math.max(0, index(top)));
		table.setRedraw(true);
		if (!selection().equals(before)) {
			changed.run();
		}
	}

	private int index(String id) {
		return IntStream.range(0, rows.size()).filter(i -> rows.get(i).id().equals(id)).findFirst().orElse(-1);
	}

	private void select(Set<String> ids) {
		table.deselectAll();
		if (!ids.isEmpty()) {
			table.select(IntStream.range(0, rows.size()).filter(i -> ids.contains(rows.get(i).id())).toArray());
		}
	}

	/** Selects the first row, if nothing is selected. */
	void begin() {
		if (table.getSelectionCount() == 0 && !rows.isEmpty()) {
			table.setSelection(0);
			changed.run();
		}
	}

	/** What is seen, in order. */
	List<HistoryRow> rows() {
		return rows;
	}

	/** What is selected, in order. */
	List<HistoryRow> selection() {
		return Arrays.stream(table.getSelectionIndices()).sorted().filter(i -> i < rows.size()).mapToObj(rows::get)
				.toList();
	}

	/** The selected lines with a heading, columns apart by tabs. */
	String tabbed() {
		Function<HistoryRow, List<String>> cells = words.get()::cells;
		return Stream.concat(Stream.of(OperationWords.headings()), selection().stream().map(cells))
				.map(line -> line.stream().map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
						.collect(Collectors.joining("\t")))
				.collect(Collectors.joining("\n", "", "\n"));
	}

	/** Takes the theme's colours. */
	void themed() {
		table.clearAll();
	}
}
