package org.fleetdesk.ui.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.object.Difference;
import org.fleetdesk.ui.table.TabbedText;
import org.fleetdesk.ui.table.WeightedColumns;

/** The differences of two objects as a table, those that fit a filter. Belongs to the UI thread. */
final class DifferenceTable {
	private final Table table;
	private List<DifferenceRow> all = List.of();
	private List<DifferenceRow> shown = List.of();
	private String filter = "";

	/**
	 * Below a parent with a grid layout.
	 *
	 * @param selected told when another difference is selected
	 */
	DifferenceTable(Composite parent, Runnable selected) {
		Composite holder = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
		TableColumnLayout layout = new TableColumnLayout();
		holder.setLayout(layout);
		table = new Table(holder, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.BORDER);
		table.setHeaderVisible(true);
		WeightedColumns.add(table, layout, Messages.column_field, 5);
		WeightedColumns.add(table, layout, Messages.column_kind, 2);
		WeightedColumns.add(table, layout, Messages.column_left, 4);
		WeightedColumns.add(table, layout, Messages.column_right, 4);
		table.addListener(SWT.SetData, this::fill);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> selected.run()));
	}

	private void fill(Event event) {
		TableItem item = (TableItem) event.item;
		if (event.index < shown.size()) {
			List<String> cells = shown.get(event.index).cells();
			for (int column = 0; column < cells.size(); column++) {
				item.setText(column, cells.get(column));
			}
		}
	}

	Control control() {
		return table;
	}

	/** Names the columns of the two sides. */
	void name(Hand hand, String title) {
		table.getColumn(hand == Hand.LEFT ? 2 : 3).setText(title);
	}

	/**
	 * Shows other differences; fields that were selected stay so, and if none of them differs any more, their place: then the
	 * current difference is another one, and this is true.
	 */
	boolean show(List<DifferenceRow> rows) {
		Set<String> fields = selectedRows().map(DifferenceRow::field).collect(Collectors.toSet());
		int place = table.getSelectionIndex();
		all = rows;
		fit();
		select(row -> fields.contains(row.field()));
		if (place >= 0 && table.getSelectionCount() == 0 && !shown.isEmpty()) {
			select(Math.min(place, shown.size() - 1));
			return true;
		}
		return false;
	}

	/** Shows only those that fit. */
	void filter(String text) {
		filter = text;
		Set<String> fields = selectedRows().map(DifferenceRow::field).collect(Collectors.toSet());
		fit();
		select(row -> fields.contains(row.field()));
	}

	private void select(Predicate<DifferenceRow> which) {
		table.select(IntStream.range(0, shown.size()).filter(row -> which.test(shown.get(row))).toArray());
	}

	private void fit() {
		shown = all.stream().filter(row -> row.fits(filter)).toList();
		table.setItemCount(shown.size());
		table.deselectAll();
		table.clearAll();
	}

	/** How many there are, and how many of them fit. */
	int[] count() {
		return new int[]{all.size(), shown.size()};
	}

	/** Those that fit. */
	List<Difference> shown() {
		return shown.stream().map(DifferenceRow::difference).toList();
	}

	/** Those that are selected. */
	List<Difference> selection() {
		return selectedRows().map(DifferenceRow::difference).toList();
	}

	private Stream<DifferenceRow> selectedRows() {
		return Arrays.stream(table.getSelectionIndices()).filter(row -> row < shown.size()).mapToObj(shown::get);
	}

	/** The index of the first selected one among all, -1 if none is. */
	int current() {
		int row = table.getSelectionIndex();
		return row < 0 || row >= shown.size() ? -1 : all.indexOf(shown.get(row));
	}

	/** Selects the next one, or the one before; whether there is one. */
	boolean move(int step) {
		int from = table.getSelectionIndex();
		int to = from < 0 ? (step > 0 ? 0 : shown.size() - 1) : from + step;
		if (to < 0 || to >= shown.size()) {
			return false;
		}
		select(to);
		return true;
	}

	/** Selects one of all, if it fits. */
	void choose(int index) {
		int row = index < all.size() ? shown.indexOf(all.get(index)) : -1;
		if (row >= 0) {
			select(row);
		}
	}

	private void select(int row) {
		table.setSelection(row);
		table.showSelection();
	}

	/** Selects all that fit. */
	void selectAll() {
		table.selectAll();
	}

	/** Copies the selected lines below their headings. */
	void copy() {
		TabbedText.copy(Arrays.stream(table.getColumns()).map(TableColumn::getText).toList(),
				selectedRows().map(DifferenceRow::cells).toList());
	}
}
