package org.fleetdesk.core.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.kube.watch.ListSink;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one cluster, kind and scope, kept live by a reflector and shared by all who show them. A re-list is a
 * difference: rows that are the same stay the same line, and only those that changed are marked. Safe for any thread;
 * lent by {@link LiveLists}.
 */
public final class LiveStore implements ListSink {
	private final Cluster cluster;
	private final Scope scope;
	private final InstantSource clock;
	private final Listeners listeners = new Listeners();

	// all guarded by this
	private final Map<String, Line> lines = new LinkedHashMap<>();
	private @Nullable Set<String> relisted; // uids, while a list after the first runs
	private boolean everComplete;
	private @Nullable Instant cached; // of when the rows are, until a list is whole
	private Layout layout = new Layout(List.of());
	private Freshness freshness;
	private long version;
	private @Nullable List<Line> copy; // of the lines, until they change
	private @Nullable Snapshot newest;

	LiveStore(Cluster cluster, Scope scope, InstantSource clock) {
		this.cluster = Objects.requireNonNull(cluster);
		this.scope = Objects.requireNonNull(scope);
		this.clock = clock;
		this.freshness = new Freshness(Freshness.State.LOADING, clock.instant(), Optional.empty());
	}

	/** Whose rows these are. */
	public Cluster cluster() {
		return cluster;
	}

	/** Which rows these are. */
	public Scope scope() {
		return scope;
	}

	/** What the store holds now; made on demand and shared until the next change. */
	public synchronized Snapshot snapshot() {
		Snapshot made = newest;
		if (made == null) {
			List<Line> all = copy;
			if (all == null) {
				all = Collections.unmodifiableList(Arrays.asList(lines.values().toArray(Line[]::new)));
				copy = all;
			}
			made = new Snapshot(version, layout.columns(), all, freshness, Optional.ofNullable(cached));
			newest = made;
		}
		return made;
	}

	/** Whether a list ever came whole: what the store holds since then is all there was, however old. */
	public synchronized boolean whole() {
		return everComplete;
	}

	/**
	 * The way from a version to what the store holds now; the whole if that is not known any more.
	 *
	 * @param from a version that a snapshot or another delta gave, or -1 for nothing
	 */
	public synchronized Delta since(long from) {
		Snapshot now = snapshot();
		return new Delta(now.version(), true, List.of(), now.lines());
	}

	/** Gives a store that has nothing yet the rows of an earlier time; they stay until the first list is whole. */
	public void seed(List<Column> columns, List<Row> rows, Instant known) {
		synchronized (this) {
			if (everComplete || !lines.isEmpty()) {
				return;
			}
			layout = new Layout(List.copyOf(columns));
			rows.forEach(row -> lines.put(row.uid(), new Line(this, row, 0, layout)));
			cached = known;
			linesChanged();
		}
		listeners.changed();
	}

	/** Tells of every change, on the thread that reads the server; so a listener only notes that there is one. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	private void changed() {
		version++;
		newest = null;
	}

	private void linesChanged() {
		copy = null;
		changed();
	}

	@Override
	public synchronized void relist() {
		relisted = lines.isEmpty() ? null : HashSet.newHashSet(lines.size());
	}

	@Override
	public void columns(List<Column> fresh) {
		synchronized (this) {
			if (layout.columns().equals(fresh)) {
				return;
			}
			layout = new Layout(List.copyOf(fresh));
			changed();
		}
		listeners.changed();
	}

	@Override
	public void row(Row row) {
		synchronized (this) {
			if (relisted != null) {
				relisted.add(row.uid());
			}
			Line old = lines.get(row.uid());
			boolean same = old != null && old.row().equals(row);
			if (same && old.layout() == layout) {
				return;
			}
			long changed = same ? old.changedMillis() : everComplete ? clock.millis() : 0;
			lines.put(row.uid(), new Line(this, row, changed, layout));
			linesChanged();
		}
		listeners.changed();
	}

	@Override
	public void deleted(Row row) {
		synchronized (this) {
			if (lines.remove(row.uid()) == null) {
				return;
			}
			linesChanged();
		}
		listeners.changed();
	}

	@Override
	public void complete() {
		synchronized (this) {
			Set<String> list = relisted;
			if (list != null && lines.keySet().retainAll(list)) {
				copy = null;
			}
			relisted = null;
			everComplete = true;
			cached = null;
			changed();
		}
		listeners.changed();
	}

	@Override
	public void freshness(Freshness now) {
		synchronized (this) {
			if (freshness.equals(now)) {
				return;
			}
			freshness = now;
			changed();
		}
		listeners.changed();
	}

	@Override
	public String toString() {
		return cluster + " " + scope.type() + Arrays.asList(scope.namespace(), scope.labels(), scope.fields());
	}
}
