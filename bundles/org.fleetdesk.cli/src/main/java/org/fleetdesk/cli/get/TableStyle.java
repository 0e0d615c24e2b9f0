package org.fleetdesk.cli.get;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.kube.text.Age;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a table has and what stands in them.
 *
 * @param clusters whether the first column names the cluster
 * @param namespaces whether namespaced objects have a column for it
 * @param wide whether the columns that are for those who ask are there too
 * @param kinds whether names say their kind ("deployment.apps/web")
 * @param clock for ages the server did not write
 */
record TableStyle(boolean clusters, boolean namespaces, boolean wide, boolean kinds, InstantSource clock) {

	/** Column headings as the server writes them. */
	String[] headings(TableGroup group) {
		return Stream.concat(before(group.type()),
				shown(group.columns()).mapToObj(i -> group.columns().get(i).name())).toArray(String[]::new);
	}

	private Stream<String> before(ResourceType type) {
		return Stream.concat(clusters ? Stream.of("Cluster") : Stream.empty(),
				namespaces && type.namespaced() ? Stream.of("Namespace") : Stream.empty());
	}

	private IntStream shown(List<Column> columns) {
		return IntStream.range(0, columns.size()).filter(i -> wide || !columns.get(i).wide());
	}

	/** A row's cells as they are. */
	String[] cells(TableGroup group, TableGroup.Line line) {
		Row row = line.row();
		Stream<String> first = Stream.concat(clusters ? Stream.of(line.target().name()) : Stream.empty(),
				namespaces && group.type().namespaced() ? Stream.of(row.namespace()) : Stream.empty());
		int name = kinds ? nameColumn(group.columns()) : -1;
		return Stream.concat(first, shown(group.columns()).mapToObj(i -> {
			String text = Cells.text(cell(group.columns().get(i), row, i));
			return i == name ? qualified(group.type()) + "/" + text : text;
		})).toArray(String[]::new);
	}

	private @Nullable Object cell(Column column, Row row, int index) {
		Object cell = row.cell(index);
		if (cell == null && column.name().equals("Age")) {
			return row.created().map(created -> Age.text(created, clock.instant())).orElse("<unknown>");
		}
		return Cells.typed(cell, column.type(), clock.instant());
	}

	private static int nameColumn(List<Column> columns) {
		return IntStream.range(0, columns.size()).filter(i -> columns.get(i).name().equals("Name")).findFirst()
				.orElse(-1);
	}

	/** "pod", "deployment.apps": the kind in names. */
	static String qualified(ResourceType type) {
		return (type.group().isEmpty() ? type.kind() : type.kind() + "." + type.group()).toLowerCase(Locale.ROOT);
	}
}
