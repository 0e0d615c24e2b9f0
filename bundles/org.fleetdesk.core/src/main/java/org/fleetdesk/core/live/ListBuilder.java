package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.kube.read.Column;

import org.jspecify.annotations.Nullable;

/** Makes one content of several stores' snapshots: united columns, filtered and sorted lines. Used once, by one thread. */
final class ListBuilder {
	private static final String AGE = "Age";
	private static final ListColumn CLUSTER = new ListColumn(ListColumn.Source.CLUSTER, "Cluster", "string", false, "");
	private static final ListColumn NAMESPACE = new ListColumn(ListColumn.Source.NAMESPACE, "Namespace", "string",
			false, "");
	private static final Comparator<Line> BY_NAME = (a, b) -> {
		String x = a.row().namespace();
		String y = b.row().namespace();
		int order = x == y ? 0 : x.compareTo(y);
		return order != 0 ? order : CellOrder.NATURAL.compare(a.row().name(), b.row().name());
	};

	private final Collection<Snapshot> snapshots;
	private final List<ListColumn> columns;
	private final List<String> keys = new ArrayList<>(); // what a column unites by; one for each column
	private final Map<Layout, int[]> cells = new HashMap<>();
	private long nextChange = Long.MAX_VALUE;

	/** A builder of the snapshots' lines, which stand in the snapshots' order where nothing else is asked for. */
	ListBuilder(Collection<Snapshot> snapshots, boolean severalClusters, boolean namespaced) {
		this.snapshots = snapshots;
		this.columns = columns(severalClusters, namespaced);
	}

	private List<ListColumn> columns(boolean severalClusters, boolean namespaced) {
		Map<String, ListColumn> all = new LinkedHashMap<>(); // by heading
		if (severalClusters) {
			all.put(CLUSTER.name(), CLUSTER);
			keys.add("");
		}
		if (namespaced) {
			all.put(NAMESPACE.name(), NAMESPACE);
			keys.add("");
		}
		Map<String, ListColumn> server = new LinkedHashMap<>(); // by key
		for (Snapshot snapshot : snapshots) {
			for (Column column : snapshot.columns()) {
				server.computeIfAbsent(key(column), key -> own(column, all));
			}
		}
		keys.addAll(server.keySet());
		return List.copyOf(all.values());
	}

	/** One age, however it is spelled: kinds of custom resources write "AGE". */
	private static String key(Column column) {
		return column.name().equalsIgnoreCase(AGE) ? AGE : column.name();
	}

	/** The column under a heading that no other has: machines have a "Cluster" of their own. */
	private static ListColumn own(Column column, Map<String, ListColumn> all) {
		String heading = key(column);
		for (int next = 2; all.containsKey(heading); next++) {
			heading = column.name() + " " + next;
		}
		ListColumn.Source source = heading.equals(AGE) ? ListColumn.Source.AGE : ListColumn.Source.SERVER;
		ListColumn made = new ListColumn(source, heading, column.type(), column.wide(), column.description());
		all.put(heading, made);
		return made;
	}

	/** The content; {@code nowMillis} is when ages are counted from, in milliseconds since 1970. */
	ListContent content(Filter filter, long nowMillis, List<SortKey> order, List<Part> parts) {
		int total = 0;
		for (Snapshot snapshot : snapshots) {
			total += snapshot.lines().size();
			Layout last = null;
			for (Line line : snapshot.lines()) {
				if (line.layout() != last) {
					last = line.layout();
					cells.computeIfAbsent(last, this::places);
				}
			}
		}
		ListContent unsorted = new ListContent(columns, cells, List.of(), total, parts);
		FilterRun run = filter.on(headings(), nowMillis);
		LineSubject subject = new LineSubject(unsorted);
		Line[] lines = new Line[total];
		int kept = 0;
		for (Snapshot snapshot : snapshots) {
			int from = kept;
			for (Line line : snapshot.lines()) {
				if (filter.all() || run.matches(subject.at(line))) {
					lines[kept++] = line;
				}
			}
			Arrays.sort(lines, from, kept, BY_NAME); // as good as sorted: servers list by name
		}
		nextChange = run.nextChange();
		return new ListContent(columns, cells, sorted(unsorted, Arrays.copyOf(lines, kept), order), total, parts);
	}

	/** When the filter of the last content may show other lines because of their age, in milliseconds since 1970. */
	long nextChange() {
		return nextChange;
	}

	/** What all lines say, those that a filter hides too. */
	Vocabulary vocabulary() {
		snapshots.forEach(snapshot -> snapshot.lines()
				.forEach(line -> cells.computeIfAbsent(line.layout(), this::places)));
		LineSubject subject = new LineSubject(new ListContent(columns, cells, List.of(), 0, List.of()));
		Vocabulary.Collector collector = new Vocabulary.Collector(headings());
		snapshots.forEach(snapshot -> snapshot.lines().forEach(line -> collector.add(subject.at(line))));
		return collector.done();
	}

	private List<Heading> headings() {
		return columns.stream().map(c -> new Heading(c.name(), c.type())).toList();
	}

	private int[] places(Layout layout) {
		int[] places = new int[columns.size()];
		for (int i = 0; i < places.length; i++) {
			places[i] = columns.get(i).source() == ListColumn.Source.SERVER ? index(layout.columns(), keys.get(i)) : -1;
		}
		return places;
	}

	private static int index(List<Column> columns, String name) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}

	private List<Line> sorted(ListContent content, Line[] lines, List<SortKey> order) {
		for (SortKey key : order.reversed()) {
			for (int column = 0; column < columns.size(); column++) {
				if (columns.get(column).name().equals(key.column())) {
					sort(content, lines, column, key.descending());
					break;
				}
			}
		}
		return Collections.unmodifiableList(Arrays.asList(lines));
	}

	private record Keyed(@Nullable Object key, Line line) {
	}

	/** A stable sort whose keys are looked up once. */
	private static void sort(ListContent content, Line[] lines, int column, boolean descending) {
		Keyed[] keyed = new Keyed[lines.length];
		for (int i = 0; i < lines.length; i++) {
			keyed[i] = new Keyed(content.cell(lines[i], column), lines[i]);
		}
		Comparator<Keyed> natural = (a, b) -> CellOrder.NATURAL.compare(a.key(), b.key());
		Arrays.sort(keyed, descending ? natural.reversed() : natural);
		for (int i = 0; i < lines.length; i++) {
			lines[i] = keyed[i].line();
		}
	}
}
