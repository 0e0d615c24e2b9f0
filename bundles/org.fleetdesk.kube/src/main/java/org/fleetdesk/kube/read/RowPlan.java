package org.fleetdesk.kube.read;

import java.util.List;

/**
 * How rows are read from the objects of one type: what each cell is made of. Immutable; compiled once by whoever decodes.
 *
 * @param cells one for each column, in order
 */
public record RowPlan(List<Cell> cells) {

	/**
	 * One cell of a row.
	 *
	 * @param column the column under which it stands
	 * @param reduce how the values at the paths become one cell: "first", "count", "join", …
	 * @param paths where the values are, such as "status.containerStatuses[*].restartCount"
	 */
	public record Cell(Column column, String reduce, List<String> paths) {
		public Cell {
			paths = List.copyOf(paths);
		}
	}

	public RowPlan {
		cells = List.copyOf(cells);
	}

	/** The columns. */
	public List<Column> columns() {
		return cells.stream().map(Cell::column).toList();
	}
}
