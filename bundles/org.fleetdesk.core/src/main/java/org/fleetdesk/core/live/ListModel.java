package org.fleetdesk.core.live;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.Renewal;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.core.fleet.Fleet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live list behind one view: opens the clusters of its query, unites their stores, filters, groups and sorts, at most
 * ten times a second, never for more than a third of the time and never on the caller's thread. What changes costs as much
 * as there are changes, not as there are rows. Where a user may not list all namespaces, those known are listed one by one.
 * Safe for any thread; the view owns and closes it.
 */
public final class ListModel implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ListModel.class);
	private static final long SHORTEST_PERIOD_MILLIS = 100;
	private static final long LONGEST_GAP_MILLIS = 10_000;

	private final ListQuery query;
	private final Background background;
	private final Listeners listeners = new Listeners();
	private final Renewal renewal;
	private final Registration fleetChanges;
	private final Object bell = new Object(); // rung at every new content and at the end
	private volatile Filter filter = Filter.ALL;
	private volatile List<SortKey> order = List.of();
	private volatile String group = "";
	private volatile Set<String> columns = Set.of();
	private volatile ListContent content = ListContent.NOTHING;
	private volatile ListBuilder.Wanted shown = ListBuilder.NOTHING;

	// used by one build at a time, as the renewal has it
	private final ListSources sources;
	private final ListBuilder builder = new ListBuilder();

	/** A model that begins to work at once; what it has stands in {@link #content}, empty at first. */
	public ListModel(Fleet fleet, ListQuery query, Background background) {
		Objects.requireNonNull(fleet);
		this.query = Objects.requireNonNull(query);
		this.background = Objects.requireNonNull(background);
		this.renewal = new Renewal(background, this::renew, this::letGo, ListModel::gap);
		this.sources = new ListSources(fleet, query, renewal::touch);
		this.fleetChanges = fleet.listen(renewal::touch);
		renewal.touch();
	}

	/** A build that takes long is not followed by the next at once: a list of many rows leaves most of the time to others. */
	private static long gap(long tookMillis) {
		return Math.clamp(Math.max(2 * tookMillis, SHORTEST_PERIOD_MILLIS - tookMillis), 0, LONGEST_GAP_MILLIS);
	}

	/** What it shows. */
	public ListQuery query() {
		return query;
	}

	/** The newest content. */
	public ListContent content() {
		return content;
	}

	/** Tells that there is newer content, on a thread of its own; at most ten times a second. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Shows only lines that pass a filter. */
	public void filter(Filter other) {
		filter = Objects.requireNonNull(other);
		renewal.ask();
	}

	/** Shows only lines that pass a filter's text; empty for all. */
	public void filter(String text) {
		filter(Filter.parse(text));
	}

	/** Sorts by these columns; by none: kind, cluster, namespace, name. */
	public void sort(List<SortKey> keys) {
		order = List.copyOf(keys);
		renewal.ask();
	}

	/** Has lines stand together that have the same in a column, of its name; empty for no groups. */
	public void group(String column) {
		group = Objects.requireNonNull(column);
		renewal.ask();
	}

	/**
	 * Which columns are looked at, by their names. Only these, and those that filter, order or group ask for, are read where
	 * that takes another list.
	 */
	public void show(Set<String> names) {
		if (!columns.equals(names)) {
			columns = Set.copyOf(names);
			renewal.ask();
		}
	}

	private boolean asks(String column) {
		return columns.contains(column) || group.equals(column) || filter.asks(column)
				|| order.stream().anyMatch(key -> key.column().equals(column));
	}

	/** What the lines say, those that the filter hides too; takes as long as a filter, so not for the UI thread. */
	public Vocabulary vocabulary() {
		return ListBuilder.vocabulary(shown);
	}

	private void renew() {
		try {
			ListContent old = content;
			ListContent fresh = build();
			if (fresh != old && !renewal.closed()) {
				synchronized (bell) {
					content = fresh;
					bell.notifyAll();
				}
				listeners.changed();
			}
		} catch (RuntimeException e) { // the next change tries again
			LOG.error("The list of {} could not be made.", query, e);
		}
	}

	private ListContent build() {
		Filter wanted = filter;
		List<SortKey> keys = order;
		String column = group;
		ListSources.Found found = sources.find(this::asks);
		var ours = new ListColumns.Ours(query.kinds().size() > 1, query.clusters().size() > 1, found.namespaced());
		shown = new ListBuilder.Wanted(found.stores(), ours, wanted, keys, column);
		long now = background.clock().millis();
		long judged = found.stores().stream().mapToLong(store -> store.judge(now)).min().orElse(Long.MAX_VALUE);
		ListContent fresh = builder.build(shown, found.parts(), now);
		renewal.touchAt(Math.min(judged, builder.nextChange()));
		return fresh;
	}

	/** Waits until the model is closed or the content is as wanted; for command lines and tests. */
	public ListContent await(Predicate<ListContent> wanted) throws InterruptedException {
		synchronized (bell) {
			while (!wanted.test(content) && !renewal.closed()) {
				bell.wait();
			}
			return content;
		}
	}

	private void letGo() {
		sources.letGo();
	}

	/** Gives its stores back; a build that is under way does so when it ends. Returns at once. */
	@Override
	public void close() {
		fleetChanges.close();
		renewal.close();
		synchronized (bell) {
			bell.notifyAll();
		}
	}

	@Override
	public String toString() {
		return query.toString();
	}
}
