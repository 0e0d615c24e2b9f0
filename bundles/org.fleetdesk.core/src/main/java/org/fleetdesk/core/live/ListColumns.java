package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.fleetdesk.kube.read.Column;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a list, united of those of its stores, and where each store's cells stand under them. Immutable.
 */
final class ListColumns {
	private static final String AGE = "Age";
	/** Last, and hidden until somebody wants it: a mark says the same. */
	private static final String HEALTH = "Health";
	private static final ListColumn KIND = own(ListColumn.Source.KIND, "Kind");
	private static final ListColumn CLUSTER = own(ListColumn.Source.CLUSTER, "Cluster");
	private static final ListColumn NAMESPACE = own(ListColumn.Source.NAMESPACE, "Namespace");
	/** No columns. */
	static final ListColumns NONE = new ListColumns(List.of(), List.of(), Map.of());

	/**
	 * Which columns of ours a list has.
	 *
	 * @param kind whether it shows several kinds
	 * @param cluster whether it shows several clusters
	 * @param namespace whether any of its kinds lives in namespaces
	 */
	record Ours(boolean kind, boolean cluster, boolean namespace) {
	}

	private final List<ListColumn> columns;
	private final List<String> keys; // what a column unites by; one for each column
	private final Map<Layout, int[]> places;

	private ListColumns(List<ListColumn> columns, List<String> keys, Map<Layout, int[]> places) {
		this.columns = columns;
		this.keys = keys;
		this.places = places;
	}

	/** The columns of stores. */
	static ListColumns of(Ours ours, List<Layout> layouts) {
		Map<String, ListColumn> all = new LinkedHashMap<>(); // by heading
		List<String> keys = new ArrayList<>();
		add(ours.kind(), KIND, all, keys);
		add(ours.cluster(), CLUSTER, all, keys);
		add(ours.namespace(), NAMESPACE, all, keys);
		Map<String, ListColumn> server = new LinkedHashMap<>(); // by key
		for (Layout layout : layouts) {
			for (int i = 0; i < layout.columns().size(); i++) {
				if (layout.absent(i).isEmpty()) {
					int at = i;
					server.computeIfAbsent(key(layout.columns().get(i)), key -> served(layout, at, all));
				}
			}
		}
		keys.addAll(server.keySet());
		if (layouts.stream().anyMatch(Layout::judged)) {
			String heading = heading(HEALTH, all);
			all.put(heading, new ListColumn(ListColumn.Source.HEALTH, heading, "string", true, ""));
			keys.add("");
		}
		return new ListColumns(List.copyOf(all.values()), keys, new HashMap<>());
	}

	private static void add(boolean wanted, ListColumn column, Map<String, ListColumn> all, List<String> keys) {
		if (wanted) {
			all.put(column.name(), column);
			keys.add("");
		}
	}

	private static ListColumn own(ListColumn.Source source, String name) {
		return new ListColumn(source, name, "string", false, "");
	}

	/** One age, however it is spelled: kinds of custom resources write "AGE". */
	private static String key(Column column) {
		return column.name().equalsIgnoreCase(AGE) ? AGE : column.name();
	}

	/** A heading that no other column has: machines have a "Cluster" of their own. */
	private static String heading(String name, Map<String, ListColumn> all) {
		String heading = name;
		for (int next = 2; all.containsKey(heading); next++) {
			heading = name + " " + next;
		}
		return heading;
	}

	private static ListColumn served(Layout layout, int at, Map<String, ListColumn> all) {
		Column column = layout.columns().get(at);
		String type = column.type().equals(CellText.SCHEDULE) ? CellText.DEADLINE : column.type();
		String heading = heading(key(column), all);
		ListColumn.Source source = heading.equals(AGE) ? ListColumn.Source.AGE : ListColumn.Source.SERVER;
		ListColumn made = new ListColumn(source, heading, type, column.wide(), layout.description(at));
		all.put(heading, made);
		return made;
	}

	List<ListColumn> columns() {
		return columns;
	}

	/** The columns that cannot be shown since no cluster has the list they come from: by heading the kind. */
	Map<String, String> absent() {
		Map<String, String> absent = new LinkedHashMap<>();
		for (Layout layout : places.keySet()) {
			for (int i = 0; i < layout.columns().size(); i++) {
				String heading = layout.columns().get(i).name();
				layout.absent(i).filter(join -> index(heading) < 0)
						.ifPresent(join -> absent.put(heading, join.kind().toString()));
			}
		}
		return absent;
	}

	/** Where a column of a name is, or -1. */
	int index(String name) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}

	/** These columns, knowing the layouts of lines too; the same if it knows them already. */
	ListColumns know(List<Line> lines) {
		Map<Layout, int[]> more = places;
		Layout last = null;
		for (Line line : lines) {
			if (line.layout() != last) {
				last = line.layout();
				if (!more.containsKey(last)) {
					more = more == places ? new HashMap<>(places) : more;
					more.put(last, where(last));
				}
			}
		}
		return more == places ? this : new ListColumns(columns, keys, more);
	}

	private int[] where(Layout layout) {
		int[] where = new int[columns.size()];
		for (int i = 0; i < where.length; i++) {
			where[i] = columns.get(i).source() == ListColumn.Source.SERVER ? index(layout.columns(), keys.get(i)) : -1;
		}
		return where;
	}

	private static int index(List<Column> columns, String name) {
		for (int i = 0; i < columns.size(); i++) {
			if (columns.get(i).name().equals(name)) {
				return i;
			}
		}
		return -1;
	}

	/** How much of a whole a cell is, from 0; not a number if the column is drawn as no bar or that is not known. */
	double share(Line line, int column) {
		String whole = columns.get(column).source() == ListColumn.Source.SERVER
				? line.layout().bars().get(keys.get(column))
				: null;
		if (whole == null) {
			return Double.NaN;
		}
		int of = index(line.layout().columns(), whole);
		return served(line, column) instanceof Number part && of >= 0 && line.cell(of) instanceof Number all
				&& all.doubleValue() > 0 ? part.doubleValue() / all.doubleValue() : Double.NaN;
	}

	/** What the server gave for a column. */
	@Nullable
	Object served(Line line, int column) {
		int[] where = places.get(line.layout());
		return where == null || where[column] < 0 ? null : line.cell(where[column]);
	}
}
