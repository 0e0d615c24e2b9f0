package org.fleetdesk.core.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.HealthRun;
import org.fleetdesk.core.kinds.KindKey;
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
	private final int most;
	private final Listeners listeners = new Listeners();

	// all guarded by this
	private final LineTable lines = new LineTable();
	private boolean everComplete;
	private boolean tooLarge;
	private @Nullable Instant cached; // of when the rows are, until a list is whole
	private RowTraits traits;
	private Layout layout = new Layout(List.of());
	private HealthRun health = HealthRun.NONE; // of the layout
	private final Beside beside = new Beside();
	private Freshness freshness;
	private final ChangeLog log = new ChangeLog();
	private @Nullable List<Line> copy; // of the lines, until they change
	private @Nullable Snapshot newest;

	LiveStore(Cluster cluster, Scope scope, InstantSource clock) {
		this(cluster, scope, clock, RowTraits.NONE);
	}

	LiveStore(Cluster cluster, Scope scope, InstantSource clock, RowTraits traits) {
		this(cluster, scope, clock, traits, Integer.MAX_VALUE);
	}

	/** A store that keeps no more rows than so many. */
	LiveStore(Cluster cluster, Scope scope, InstantSource clock, RowTraits traits, int most) {
		this.traits = traits;
		this.most = most;
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

	/**
	 * What the store holds now; made on demand and shared until the next change. It copies as many references as there are
	 * rows: who follows a store takes {@link #since}.
	 */
	public synchronized Snapshot snapshot() {
		Snapshot made = newest;
		if (made == null) {
			made = new Snapshot(log.version(), layout.columns(), all(), freshness, Optional.ofNullable(cached));
			newest = made;
		}
		return made;
	}

	/** Whether a list ever came whole: what the store holds since then is all there was, however old. */
	public synchronized boolean whole() {
		return everComplete;
	}

	/** Whether the newest list had more rows than are wanted here: what the store holds is not all then, and not followed. */
	public synchronized boolean tooLarge() {
		return tooLarge;
	}

	private List<Line> all() {
		List<Line> all = copy;
		if (all == null) {
			all = lines.all();
			copy = all;
		}
		return all;
	}

	/** What is known of the rows, without the rows. */
	record Head(Layout layout, int rows, Freshness freshness, Optional<Instant> cached) {
	}

	/** What is known of the rows; costs nothing. */
	synchronized Head head() {
		return new Head(layout, lines.size(), freshness, Optional.ofNullable(cached));
	}

	/**
	 * The way from a version to what the store holds now; the whole if that is not known any more, which is so after some
	 * thousands of changes. Costs as much as there are changes; what changed several times is one change.
	 *
	 * @param from a version that a snapshot or another delta gave, or -1 for nothing
	 */
	public synchronized Delta since(long from) {
		return log.since(from, lines.size()).orElseGet(() -> new Delta(log.version(), true, List.of(), all()));
	}

	/** Gives a store that has nothing yet the rows of an earlier time; they stay until the first list is whole. */
	public void seed(List<Column> columns, List<Row> rows, Instant known) {
		synchronized (this) {
			if (everComplete || lines.size() > 0) {
				return;
			}
			layout(List.copyOf(columns));
			rows.forEach(row -> put(line(row, 0)));
			cached = known;
			changed();
		}
		listeners.changed();
	}

	/**
	 * What lists add to rows is other than it was: holds for those that come from now on, in a list that is read anew. Nobody is
	 * told before {@link #tell}.
	 */
	synchronized void traits(RowTraits fresh) {
		traits = fresh;
		layout(layout.columns());
		changed();
	}

	/** Tells those who listen that something has changed. */
	void tell() {
		listeners.changed();
	}

	private void layout(List<Column> columns) {
		health = traits.health().on(columns, clock.millis());
		layout = new Layout(columns, health.tells(), traits, beside.notes(traits.joins()));
	}

	private Line line(Row row, long changed) {
		return new Line(this, row, changed, layout, health.of(cluster.name(), scope.type(), row),
				beside(row, clock.millis()));
	}

	private @Nullable Object @Nullable [] beside(Row row, long nowMillis) {
		return beside.cells(row, layout, traits.joins(), nowMillis);
	}

	/** Of which of the lists that columns come from there are any; columns of others are left out. */
	void serve(Predicate<KindKey> there) {
		synchronized (this) {
			if (!beside.serve(traits.joins().values().stream().map(Join::kind).filter(there)
					.collect(Collectors.toSet()))) {
				return;
			}
			layout(layout.columns());
			besideAgain(clock.millis());
			changed();
		}
		listeners.changed();
	}

	/** The kinds whose lists are needed for columns of these names. */
	synchronized Set<KindKey> joined(Predicate<String> wanted) {
		return traits.joins().entrySet().stream().filter(each -> wanted.test(each.getKey()))
				.map(each -> each.getValue().kind()).collect(Collectors.toSet());
	}

	/** Somebody looks at columns that come from the list of a kind, and {@link #join}s it until it is released. */
	synchronized void hold(KindKey kind) {
		beside.hold(kind);
	}

	/** Somebody does not look at them any more. */
	void release(KindKey kind) {
		synchronized (this) {
			if (!beside.release(kind)) {
				return;
			}
			besideAgain(clock.millis());
			changed();
		}
		listeners.changed();
	}

	/** Takes in what changed in the list of a kind that somebody holds; costs as much as there are rows if anything did. */
	void join(KindKey kind, LiveStore other) {
		long from;
		synchronized (this) {
			from = beside.version(kind, other);
		}
		if (from < -1) {
			return;
		}
		Delta way = other.since(from); // never under two locks: lists may come from each other
		Freshness truth = other.head().freshness();
		synchronized (this) {
			if (beside.version(kind, other) != from) {
				return; // another model was faster
			}
			boolean noted = beside.note(kind, truth.problem());
			if (noted) {
				layout(layout.columns());
			}
			if (!beside.take(kind, way, truth) && !noted) {
				return;
			}
			besideAgain(clock.millis());
			changed();
		}
		listeners.changed();
	}

	private void besideAgain(long nowMillis) {
		beside.again();
		for (Line line : all()) {
			if (line.layout() == layout) {
				Line now = line.with(beside(line.row(), nowMillis));
				if (now != line) {
					put(now);
				}
			} else if (line.columns() == layout.columns()) { // other things are said of the same columns
				put(line(line.row(), line.changedMillis()));
			}
		}
	}

	/**
	 * Judges anew how objects do, and when schedules come next, if by now some may be otherwise because time passed. Costs
	 * nothing before.
	 *
	 * @return when that is to be looked at again, in milliseconds since 1970
	 */
	long judge(long nowMillis) {
		List<Line> others = new ArrayList<>();
		long next;
		boolean news;
		synchronized (this) {
			long before = log.version();
			if (nowMillis >= health.nextChange()) {
				health = traits.health().on(layout.columns(), nowMillis);
				for (Line line : all()) {
					if (line.layout() == layout) {
						Line now = line(line.row(), line.changedMillis());
						if (!now.health().equals(line.health())) {
							others.add(now);
						}
					}
				}
				others.forEach(this::put);
			}
			if (nowMillis >= beside.nextChange()) {
				besideAgain(nowMillis);
			}
			next = Math.min(health.nextChange(), beside.nextChange());
			news = log.version() != before;
		}
		if (news) {
			listeners.changed();
		}
		return next;
	}

	/** Tells of every change, on the thread that reads the server; so a listener only notes that there is one. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	private void changed() {
		log.add(null, null);
		newest = null;
	}

	private void put(Line line) {
		changed(lines.put(line), line);
	}

	private void changed(@Nullable Line gone, @Nullable Line came) {
		log.add(gone, came);
		copy = null;
		newest = null;
	}

	@Override
	public synchronized void relist() {
		lines.begin();
	}

	@Override
	public boolean keeps(long rows) {
		if (rows <= most) {
			return true;
		}
		synchronized (this) {
			tooLarge = true;
			changed();
		}
		listeners.changed();
		return false;
	}

	@Override
	public void columns(List<Column> fresh) {
		synchronized (this) {
			if (layout.columns().equals(fresh)) {
				return;
			}
			layout(List.copyOf(fresh));
			changed();
		}
		listeners.changed();
	}

	@Override
	public void row(Row row) {
		synchronized (this) {
			Line old = lines.get(row);
			boolean same = old != null && old.row().equals(row);
			boolean news = !same || old.layout() != layout || cached != null && !shownAlike(old.row(), row);
			if (news) {
				long changed = same ? old.changedMillis() : everComplete ? clock.millis() : 0;
				put(line(row, changed));
			}
			lines.mark(row);
			if (!news) {
				return;
			}
		}
		listeners.changed();
	}

	/** Whether two versions of a row are alike although another program may have read one of them. */
	private static boolean shownAlike(Row a, Row b) {
		boolean alike = a.cells() == b.cells() && a.labels() == b.labels() && a.owner().equals(b.owner());
		for (int i = 0; alike && i < a.cells(); i++) {
			alike = Objects.equals(a.cell(i), b.cell(i));
		}
		for (int i = 0; alike && i < a.labels(); i++) {
			alike = a.labelKey(i).equals(b.labelKey(i)) && a.labelValue(i).equals(b.labelValue(i));
		}
		return alike;
	}

	@Override
	public void deleted(Row row) {
		synchronized (this) {
			Line gone = lines.remove(row);
			if (gone == null) {
				return;
			}
			changed(gone, null);
		}
		listeners.changed();
	}

	@Override
	public void complete() {
		synchronized (this) {
			lines.unseen().forEach(line -> changed(line, null));
			everComplete = true;
			tooLarge = false;
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
