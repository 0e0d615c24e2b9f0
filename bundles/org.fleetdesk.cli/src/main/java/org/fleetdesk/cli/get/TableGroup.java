package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

/**
 * What stands under one heading: rows of one type and the same columns, of one or several clusters.
 *
 * @param type their type
 * @param columns their columns
 * @param lines the rows, in the order they are printed
 */
record TableGroup(ResourceType type, List<Column> columns, List<Line> lines) {

	/** A row and where it is. */
	record Line(Target target, Row row) {
	}

	/**
	 * Groups sheets: of one cluster those that follow each other, as kubectl does; of several clusters all of a type.
	 */
	static List<TableGroup> of(List<Sheet> sheets, boolean several) {
		List<TableGroup> groups = new ArrayList<>();
		for (Sheet sheet : sheets) {
			List<TableGroup> open = several || groups.isEmpty() ? groups : List.of(groups.getLast());
			TableGroup group = open.stream().filter(g -> g.takes(sheet)).findFirst().orElseGet(() -> {
				TableGroup fresh = new TableGroup(sheet.type(), sheet.columns(), new ArrayList<>());
				groups.add(fresh);
				return fresh;
			});
			sheet.rows().forEach(row -> group.lines().add(new Line(sheet.target(), row)));
		}
		groups.removeIf(group -> group.lines().isEmpty());
		return groups;
	}

	private boolean takes(Sheet sheet) {
		return type.equals(sheet.type())
				&& columns.stream().map(Column::name).toList()
						.equals(sheet.columns().stream().map(Column::name).toList());
	}
}
