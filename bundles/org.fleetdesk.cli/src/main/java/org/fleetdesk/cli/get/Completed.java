package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fleetdesk.core.live.CellText;
import org.fleetdesk.core.live.Join;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** Rows with what is not in them: cells of the same objects in lists of other kinds, and when schedules come next. Stateless. */
final class Completed {
	private Completed() {
	}

	/** The rows of a sheet with schedules as the moments that come next. */
	static Sheet of(Sheet sheet, long nowMillis) {
		boolean schedules = sheet.columns().stream().anyMatch(c -> c.type().equals(CellText.SCHEDULE));
		return schedules ? of(sheet, Map.of(), nowMillis) : sheet;
	}

	/**
	 * The rows of a sheet, completed.
	 *
	 * @param joined by the heading of a column the rows that its cells come from, and where
	 */
	static Sheet of(Sheet sheet, Map<String, Other> joined, long nowMillis) {
		Sheet completed = new Sheet(sheet.target(), sheet.type());
		List<Column> columns = sheet.columns();
		completed.columns(columns.stream().map(c -> c.type().equals(CellText.SCHEDULE)
				? new Column(c.name(), CellText.DEADLINE, c.wide(), c.description())
				: c).toList());
		for (Row row : sheet.rows()) {
			@Nullable
			Object[] cells = new @Nullable Object[columns.size()];
			for (int i = 0; i < cells.length; i++) {
				Other other = joined.get(columns.get(i).name());
				Object cell = row.cell(i);
				cells[i] = other != null
						? other.cell(row)
						: columns.get(i).type().equals(CellText.SCHEDULE) ? CellText.next(cell, nowMillis) : cell;
			}
			completed.row(with(row, cells));
		}
		return completed;
	}

	private static Row with(Row row, @Nullable Object[] cells) {
		List<String> labels = new ArrayList<>();
		for (int i = 0; i < row.labels(); i++) {
			labels.add(row.labelKey(i));
			labels.add(row.labelValue(i));
		}
		return new Row(row.uid(), row.namespace(), row.name(), row.resourceVersion(), row.createdMillis(), row.owner(),
				labels.toArray(String[]::new), cells);
	}

	/** The cells under one heading of the list of another kind. */
	static final class Other {
		private final Map<String, Row> rows = new HashMap<>();
		private final int column;

		Other(Sheet sheet, Join join) {
			column = sheet.columns().stream().map(Column::name).toList().indexOf(join.heading());
			sheet.rows().forEach(row -> rows.put(RowFilter.place(row), row));
		}

		private @Nullable Object cell(Row row) {
			Row other = rows.get(RowFilter.place(row));
			return other == null || column < 0 ? null : other.cell(column);
		}
	}
}
