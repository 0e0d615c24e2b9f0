package org.fleetdesk.ui.table;

import java.util.function.IntFunction;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

/** The layers of a table, from its data to headings above a scrolled body. */
final class TableLayers {
	final DataLayer data;
	final SelectionLayer selection;
	final ViewportLayer viewport;
	final DataLayer headingData;
	final ColumnHeaderLayer heading;
	final CompositeLayer all = new CompositeLayer(1, 2);

	TableLayers(TableData provider, LineSelection selected, IntFunction<String> headings) {
		data = new DataLayer(provider);
		selection = new SelectionLayer(data, null, false);
		selection.setSelectionModel(selected);
		selection.addConfiguration(new RowKeys());
		viewport = new ViewportLayer(selection);
		headingData = new DefaultColumnHeaderDataLayer(new Headings(provider, headings));
		heading = new ColumnHeaderLayer(headingData, viewport, selection);
		all.setChildLayer(GridRegion.COLUMN_HEADER, heading, 0, 0);
		all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
	}

	/** Rows are selected by mouse and keys; searching and copying are the workbench's. */
	private static final class RowKeys extends DefaultRowSelectionLayerConfiguration {
		@Override
		protected void addSearchUIBindings() {
			// the filter finds
		}

		@Override
		protected void addSelectionStyleConfig() {
			// TableLook has the styles
		}
	}

	private record Headings(TableData data, IntFunction<String> texts) implements IDataProvider {
		@Override
		public Object getDataValue(int column, int row) {
			return column < data.getColumnCount() ? texts.apply(column) : "";
		}

		@Override
		public void setDataValue(int column, int row, Object value) {
			throw new UnsupportedOperationException("headings are read");
		}

		@Override
		public int getColumnCount() {
			return data.getColumnCount();
		}

		@Override
		public int getRowCount() {
			return 1;
		}
	}
}
