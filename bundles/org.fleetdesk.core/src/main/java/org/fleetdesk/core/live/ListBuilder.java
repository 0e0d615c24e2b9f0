package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fleetdesk.kube.read.Column;

import org.jspecify.annotations.Nullable;

/** Makes one content of several stores' snapshots: united columns, filtered and sorted lines. Used once, by one thread. */
final class ListBuilder {
	private static final String AGE = "Age";

	private final Map<LiveStore, Snapshot> snapshots;
	private final List<ListColumn> columns;
	private final Map<LiveStore, int[]> cells = new HashMap<>();

	ListBuilder(Map<LiveStore, Snapshot> snapshots, boolean severalClusters, boolean namespaced) {
		this.snapshots = snapshots;
		this.columns = columns(severalClusters, namespaced);
		snapshots.forEach((store, snapshot) -> cells.put(store, columns.stream()
				.mapToInt(c -> c.source() == ListColumn.Source.SERVER ? index(snapshot.columns(), c.name()) : -1)
				.toArray()));
	}

	private List<ListColumn> columns(boolean severalClusters, boolean namespaced) {
		List<ListColumn> all = new ArrayList<>();
		if (severalClusters) {
			all.add(new ListColumn(ListColumn.Source.CLUSTER, "Cluster", "string", false, ""));
		}
		if (namespaced) {
			all.add(new ListColumn(ListColumn.Source.NAMESPACE, "Namespace", "string", false, ""));
		}
		Map<String, ListColumn> server = new LinkedHashMap<>();
		for (Snapshot snapshot : snapshots.values()) {
			for (Column column : snapshot.columns()) {
				server.putIfAbsent(column.name(), new ListColumn(
						column.name().equals(AGE) ? ListColumn.Source.AGE : ListColumn.Source.SERVER, column.name(),
						column.type(), column.wide(), column.description()));
			}
		}
		all.addAll(server.values());
		return List.copyOf(all);
	}

	private static int index(List<Column> columns, String name) {
		return IntStream.range(0, columns.size()).filter(i -> columns.get(i).name().equals(name)).findFirst()
				.orElse(-1);
	}

	ListContent content(LineFilter filter, List<SortKey> order, List<Part> parts) {
		int total = snapshots.values().stream().mapToInt(s -> s.lines().size()).sum();
		ListContent unsorted = new ListContent(columns, cells, List.of(), total, parts);
		Stream<Line> kept = snapshots.values().stream().flatMap(s -> s.lines().stream());
		Line[] lines = (filter.all() ? kept : kept.filter(line -> filter.matches(unsorted, line))).toArray(Line[]::new);
		return new ListContent(columns, cells, sorted(unsorted, lines, order), total, parts);
	}

	private List<Line> sorted(ListContent content, Line[] lines, List<SortKey> order) {
		Map<LiveStore, Integer> stores = new HashMap<>();
		snapshots.keySet().forEach(store -> stores.put(store, stores.size()));
		Arrays.sort(lines, Comparator.<Line>comparingInt(line -> stores.getOrDefault(line.store(), 0))
				.thenComparing(line -> line.row().namespace())
				.thenComparing(line -> line.row().name(), CellOrder.NATURAL));
		for (SortKey key : order.reversed()) {
			int column = IntStream.range(0, columns.size()).filter(i -> columns.get(i).name().equals(key.column()))
					.findFirst()
					.orElse(-1);
			if (column >= 0) {
				sort(content, lines, column, key.descending());
			}
		}
		return List.of(lines);
	}

	private record Keyed(@Nullable Object key, Line line) {
	}

	/** A stable sort whose keys are looked up once. */
	private static void sort(ListContent content, Line[] lines, int column, boolean descending) {
		Comparator<Keyed> natural = Comparator.comparing(Keyed::key, CellOrder.NATURAL);
		Line[] sorted = Arrays.stream(lines).map(line -> new Keyed(content.cell(line, column), line))
				.sorted(descending ? natural.reversed() : natural).map(Keyed::line).toArray(Line[]::new);
		System.arraycopy(sorted, 0, lines, 0, lines.length);
	}
}
