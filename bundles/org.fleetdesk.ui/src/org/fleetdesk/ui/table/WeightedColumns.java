package org.fleetdesk.ui.table;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

/** Columns of small tables in dialogs, which share the width by weights. Belongs to the UI thread. */
public final class WeightedColumns {
	private WeightedColumns() {
	}

	/** Adds a column to a viewer. */
	public static TableColumn add(TableViewer viewer, TableColumnLayout layout, String title, int weight,
			CellLabelProvider labels) {
		TableColumn column = add(viewer.getTable(), layout, title, weight);
		new TableViewerColumn(viewer, column).setLabelProvider(labels);
		return column;
	}

	/** Adds a column. */
	public static TableColumn add(Table table, TableColumnLayout layout, String title, int weight) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(title);
		layout.setColumnData(column, new ColumnWeightData(weight));
		return column;
	}
}
