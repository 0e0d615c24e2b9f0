package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Makes one content of several stores after another: united columns, filtered, grouped and sorted lines. Where only lines
 * changed it takes the old out of the content before and merges the new into it; all is done anew only where stores,
 * columns, filter, order or group are others. For one thread at a time.
 */
final class ListBuilder {

	/**
	 * What a content is made of.
	 *
	 * @param stores whose lines, in their order
	 * @param ours the columns that are not the servers'
	 * @param order the columns to sort by
	 * @param group the name of the column to group by, or empty
	 */
	record Wanted(List<LiveStore> stores, ListColumns.Ours ours, Filter filter, List<SortKey> order,
			String group) {
		Wanted {
			stores = List.copyOf(stores);
			order = List.copyOf(order);
		}
	}

	/** No lines wanted. */
	static final Wanted NOTHING = new Wanted(List.of(), new ListColumns.Ours(false, false, false), Filter.ALL,
			List.of(),
			"");

	private static final Line[] NO_LINES = {};

	private @Nullable Wanted made;
	private final Map<LiveStore, Long> versions = new HashMap<>();
	private int total;
	private ListColumns columns = ListColumns.NONE;
	private LineOrder order = new LineOrder(columns, List.of(), List.of(), "");
	private SortedLines lines = SortedLines.NONE;
	private List<Group> groups = List.of();
	private ContentTrail trail = new ContentTrail();
	private long now;
	private long nextChange = Long.MAX_VALUE;
	private ListContent content = ListContent.NOTHING;

	/**
	 * The content of what the stores hold now; the one before if it is the same.
	 *
	 * @param nowMillis when ages are counted from, in milliseconds since 1970
	 */
	ListContent build(Wanted wanted, List<Part> parts, long nowMillis) {
		now = nowMillis;
		boolean known = wanted.equals(made) && now < nextChange && sameColumns(wanted);
		made = wanted;
		ContentTrail before = trail;
		if (!known || !follow(wanted) || !sameColumns(wanted)) { // columns may have come between
			whole(wanted);
		} else if (trail == before) {
			content = parts.equals(content.parts()) ? content : content.with(parts);
			return content;
		}
		content = new ListContent(columns, lines, order, groups, total, parts, trail);
		return content;
	}

	/** When the filter may show other lines because of their age, in milliseconds since 1970. */
	long nextChange() {
		return nextChange;
	}

	/** What all lines say, those that a filter hides too; for any thread. */
	static Vocabulary vocabulary(Wanted wanted) {
		List<Line> all = wanted.stores().stream().flatMap(store -> store.since(-1).came().stream()).toList();
		ListColumns columns = united(wanted).know(all);
		LineSubject subject = new LineSubject(columns);
		Vocabulary.Collector collector = new Vocabulary.Collector(headings(columns));
		all.forEach(line -> collector.add(subject.at(line)));
		return collector.done();
	}

	private static ListColumns united(Wanted wanted) {
		return ListColumns.of(wanted.ours(), wanted.stores().stream().map(s -> s.head().layout()).toList());
	}

	private static List<Heading> headings(ListColumns columns) {
		return columns.columns().stream().map(c -> new Heading(c.name(), c.type())).toList();
	}

	/** Takes in what changed; false if that is not known of every store. */
	private boolean follow(Wanted wanted) {
		List<Line> gone = new ArrayList<>();
		List<Line> came = new ArrayList<>();
		List<Delta> deltas = new ArrayList<>();
		for (LiveStore store : wanted.stores()) {
			Delta delta = store.since(versions.getOrDefault(store, -1L));
			if (delta.whole()) {
				return false;
			}
			deltas.add(delta);
		}
		for (int i = 0; i < deltas.size(); i++) {
			Delta delta = deltas.get(i);
			versions.put(wanted.stores().get(i), delta.version());
			gone.addAll(delta.gone());
			came.addAll(delta.came());
		}
		if (!gone.isEmpty() || !came.isEmpty()) {
			total += came.size() - gone.size();
			take(wanted, gone, came);
		}
		return true;
	}

	private void take(Wanted wanted, List<Line> gone, List<Line> came) {
		ListColumns more = columns.know(came);
		if (more != columns) {
			columns = more;
			order = order(wanted);
		}
		Line[] left = gone.stream().filter(line -> lines.indexOf(line, order) >= 0).sorted(order).toArray(Line[]::new);
		Line[] entered = kept(wanted.filter(), List.of(came));
		Arrays.sort(entered, order);
		int column = group(wanted);
		groups = column < 0 ? List.of() : finder(column).changed(groups, lines, left, entered);
		lines = lines.change(left, entered, order);
		trail = trail.then(Arrays.asList(left), Arrays.asList(entered));
	}

	private boolean sameColumns(Wanted wanted) {
		return united(wanted).columns().equals(columns.columns());
	}

	/** Lines first, then columns: of what comes between the columns alone are there early. */
	private void whole(Wanted wanted) {
		versions.clear();
		nextChange = Long.MAX_VALUE;
		total = 0;
		List<List<Line>> all = new ArrayList<>();
		for (LiveStore store : wanted.stores()) {
			Delta delta = store.since(-1);
			versions.put(store, delta.version());
			total += delta.came().size();
			all.add(delta.came());
		}
		columns = united(wanted);
		for (List<Line> each : all) {
			columns = columns.know(each);
		}
		order = order(wanted);
		Line[] kept = kept(wanted.filter(), all);
		Arrays.sort(kept, order);
		lines = SortedLines.of(kept);
		int column = group(wanted);
		groups = column < 0 ? List.of() : finder(column).of(lines);
		trail = new ContentTrail();
	}

	private LineOrder order(Wanted wanted) {
		return new LineOrder(columns, wanted.stores(), wanted.order(), group(wanted) < 0 ? "" : wanted.group());
	}

	private int group(Wanted wanted) {
		int column = columns.index(wanted.group());
		return column >= 0 && columns.columns().get(column).groups() ? column : -1;
	}

	private Line[] kept(Filter filter, List<List<Line>> all) {
		Line[] kept = new Line[all.stream().mapToInt(List::size).sum()];
		FilterRun run = filter.on(headings(columns), now);
		LineSubject subject = new LineSubject(columns);
		int size = 0;
		for (List<Line> each : all) {
			for (Line line : each) {
				if (filter.all() || run.matches(subject.at(line))) {
					kept[size++] = line;
				}
			}
		}
		nextChange = Math.min(nextChange, run.nextChange());
		return size == 0 ? NO_LINES : size == kept.length ? kept : Arrays.copyOf(kept, size);
	}

	private Groups finder(int column) {
		ListColumns known = columns;
		String type = known.columns().get(column).type();
		return new Groups(order, line -> CellText.of(ListContent.cell(known, line, column), type, Instant.EPOCH));
	}
}
