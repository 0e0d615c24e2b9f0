package org.fleetdesk.core.live;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
	private @Nullable Map<String, Line> relisted;
	private boolean everComplete;
	private List<Column> columns = List.of();
	private Freshness freshness;
	private long version;
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
			List<Line> copy = List.of(lines.values().toArray(Line[]::new));
			made = new Snapshot(version, columns, copy, freshness);
			newest = made;
		}
		return made;
	}

	/** Tells of every change, on the thread that reads the server. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	private void changed() {
		version++;
		newest = null;
	}

	@Override
	public synchronized void relist() {
		relisted = new HashMap<>();
	}

	@Override
	public void columns(List<Column> fresh) {
		synchronized (this) {
			if (columns.equals(fresh)) {
				return;
			}
			columns = List.copyOf(fresh);
			changed();
		}
		listeners.changed();
	}

	@Override
	public void row(Row row) {
		synchronized (this) {
			Line old = lines.get(row.uid());
			Line line = old != null && old.row().equals(row)
					? old
					: new Line(this, row, everComplete ? clock.millis() : 0);
			Map<String, Line> list = relisted;
			if (list != null) {
				list.put(row.uid(), line);
			}
			if (line == old) {
				return;
			}
			lines.put(row.uid(), line);
			changed();
		}
		listeners.changed();
	}

	@Override
	public void deleted(Row row) {
		synchronized (this) {
			if (lines.remove(row.uid()) == null) {
				return;
			}
			changed();
		}
		listeners.changed();
	}

	@Override
	public void complete() {
		synchronized (this) {
			Map<String, Line> list = relisted;
			if (list != null) {
				lines.keySet().retainAll(list.keySet());
			}
			relisted = null;
			everComplete = true;
			changed();
		}
		listeners.changed();
	}

	@Override
	public void freshness(Freshness now) {
		synchronized (this) {
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
