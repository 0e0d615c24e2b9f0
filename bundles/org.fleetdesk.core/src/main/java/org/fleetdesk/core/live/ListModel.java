package org.fleetdesk.core.live;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.filter.Vocabulary;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live list behind one view: opens the clusters of its query, unites their stores, filters and sorts, at most ten
 * times a second and never on the caller's thread. Where a user may not list all namespaces, those known are listed one
 * by one. Safe for any thread; the view owns and closes it.
 */
public final class ListModel implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ListModel.class);
	private static final long SHORTEST_GAP_MILLIS = 100;
	private static final long LONGEST_GAP_MILLIS = 1_000;
	private static final long LONGEST_SLEEP_MILLIS = 5_000;

	private record Source(ClusterSession session, Scope scope) {
	}

	private record Held(LiveLists.Loan loan, Registration registration) {
		private Snapshot snapshot() {
			return loan.store().snapshot();
		}

		private void letGo() {
			registration.close();
			loan.close();
		}
	}

	/** What a content was made of; if it is the same again, so is the content. */
	private record Made(List<Snapshot> snapshots, List<Part> parts, Filter filter, List<SortKey> order,
			boolean namespaced) {

		private boolean sameLines(Made other) {
			if (filter != other.filter || order != other.order || namespaced != other.namespaced
					|| snapshots.size() != other.snapshots.size()) {
				return false;
			}
			for (int i = 0; i < snapshots.size(); i++) {
				Snapshot a = snapshots.get(i);
				Snapshot b = other.snapshots.get(i);
				if (a.lines() != b.lines() || a.columns() != b.columns()) {
					return false;
				}
			}
			return true;
		}
	}

	/** Why a cluster has no list, made once for each of its states. */
	private record Without(ClusterState state, boolean open, Freshness freshness) {
	}

	private enum Work {
		NONE, PLANNED, BUILDING, BUILDING_AND_OUT_OF_DATE, CLOSED
	}

	private final Fleet fleet;
	private final ListQuery query;
	private final Background background;
	private final Listeners listeners = new Listeners();
	private final Registration fleetChanges;
	private final Object bell = new Object(); // rung at every new content and at the end
	private volatile Filter filter = Filter.ALL;
	private volatile List<SortKey> order = List.of();
	private volatile ListContent content;

	// used by one builder at a time, which the work says
	private final Map<Source, Held> held = new LinkedHashMap<>();
	private Set<Source> shown = Set.of(); // those of held whose rows stand in the content
	private final Map<String, Cluster> opened = new HashMap<>();
	private final Map<String, Without> without = new HashMap<>();
	private long changes = Long.MAX_VALUE; // when the filter may show other lines because of their age
	private long wake; // when the ages are looked at next
	private volatile Made made = new Made(List.of(), List.of(), Filter.ALL, List.of(), false);

	// guarded by this
	private Work work = Work.NONE;
	private long earliest;

	/** A model that begins to work at once; what it has stands in {@link #content}, empty at first. */
	public ListModel(Fleet fleet, ListQuery query, Background background) {
		this.fleet = Objects.requireNonNull(fleet);
		this.query = Objects.requireNonNull(query);
		this.background = Objects.requireNonNull(background);
		this.content = ListContent.NOTHING;
		this.fleetChanges = fleet.listen(this::touch);
		touch();
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
		filter = other;
		touch();
	}

	/** Shows only lines that pass a filter's text; empty for all. */
	public void filter(String text) {
		filter(Filter.parse(text));
	}

	/** Sorts by these columns; by none: cluster, namespace, name. */
	public void sort(List<SortKey> keys) {
		order = List.copyOf(keys);
		touch();
	}

	/** What the lines say, those that the filter hides too; takes as long as a filter, so not for the UI thread. */
	public Vocabulary vocabulary() {
		Made last = made;
		return new ListBuilder(last.snapshots(), query.clusters().size() > 1, last.namespaced()).vocabulary();
	}

	private synchronized void touch() {
		switch (work) {
			case NONE -> plan();
			case BUILDING -> work = Work.BUILDING_AND_OUT_OF_DATE;
			default -> {
				// it is planned already, or there is nothing left to do
			}
		}
	}

	private synchronized void plan() {
		work = Work.PLANNED;
		long wait = Math.clamp(earliest - background.clock().millis(), 0, LONGEST_GAP_MILLIS);
		background.scheduler().schedule(() -> background.threads().newThread(this::build).start(), wait,
				TimeUnit.MILLISECONDS);
	}

	private void build() {
		synchronized (this) {
			if (work == Work.CLOSED) {
				return;
			}
			work = Work.BUILDING;
		}
		long begun = background.clock().millis();
		try {
			ListContent old = content;
			ListContent fresh = unite(old);
			if (fresh != old && !closed()) {
				synchronized (bell) {
					content = fresh;
					bell.notifyAll();
				}
				listeners.changed();
			}
		} catch (RuntimeException e) { // the next change tries again
			LOG.error("The list of {} could not be made.", query, e);
		} finally {
			built(begun);
		}
	}

	/** A build that takes long is not followed by the next at once: a list of many rows leaves most of the time to others. */
	private void built(long begun) {
		boolean over;
		synchronized (this) {
			long now = background.clock().millis();
			earliest = now + Math.clamp(2 * (now - begun), SHORTEST_GAP_MILLIS, LONGEST_GAP_MILLIS);
			over = work == Work.CLOSED;
			if (work == Work.BUILDING_AND_OUT_OF_DATE) {
				plan();
			} else if (!over) {
				work = Work.NONE;
			}
		}
		if (over) {
			letGo();
		}
	}

	private synchronized boolean closed() {
		return work == Work.CLOSED;
	}

	private ListContent unite(ListContent old) {
		Filter words = filter;
		List<SortKey> keys = order;
		Map<Source, Held> unused = new LinkedHashMap<>(held);
		List<Part> parts = new ArrayList<>();
		Map<Source, Snapshot> snapshots = new LinkedHashMap<>();
		boolean namespaced = false;
		for (Cluster asked : query.clusters()) {
			Cluster cluster = current(asked);
			Optional<ResourceType> type = query.kind().in(cluster.state().catalogue());
			Optional<ClusterSession> session = cluster.session();
			if (session.isEmpty()) {
				namespaced |= keep(cluster, unused, snapshots, parts);
			} else if (type.isEmpty()) {
				parts.add(new Part(cluster, "", without(cluster, true), 0, Optional.empty()));
			} else {
				namespaced |= type.get().namespaced();
				for (Scope scope : scopes(session.get(), type.get(), unused)) {
					Snapshot snapshot = snapshot(session.get(), scope, unused, snapshots);
					parts.add(new Part(cluster, scope.namespace(), snapshot.freshness(), snapshot.lines().size(),
							snapshot.cached()));
				}
			}
		}
		unused.forEach((source, left) -> {
			held.remove(source);
			left.letGo();
		});
		shown = Set.copyOf(snapshots.keySet());
		Made now = new Made(List.copyOf(snapshots.values()), parts, words, keys, namespaced);
		boolean same = now.sameLines(made) && background.clock().millis() < changes;
		ListContent fresh = same && parts.equals(made.parts())
				? old
				: same
						? old.with(parts)
						: built(new ListBuilder(now.snapshots(), query.clusters().size() > 1, namespaced), now);
		made = now;
		watchAges();
		return fresh;
	}

	private ListContent built(ListBuilder builder, Made now) {
		long millis = background.clock().millis();
		ListContent fresh = builder.content(now.filter(), millis, now.order(), now.parts());
		changes = builder.nextChange();
		return fresh;
	}

	/** Looks again when lines grow older than the filter says; one such look is planned at a time. */
	private void watchAges() {
		long now = background.clock().millis();
		if (changes < Long.MAX_VALUE && now >= wake) {
			wake = now + Math.clamp(changes - now, LONGEST_GAP_MILLIS, LONGEST_SLEEP_MILLIS);
			background.scheduler().schedule(this::touch, wake - now, TimeUnit.MILLISECONDS);
		}
	}

	/** The cluster as it is registered now; opened, but for one that was closed after this model saw it. */
	private Cluster current(Cluster asked) {
		Cluster cluster = fleet.cluster(asked.id()).orElse(asked);
		if (opened.put(cluster.id(), cluster) != cluster) {
			fleet.open(cluster);
		}
		return cluster;
	}

	/** What a closed cluster showed stays as it was; says whether that lives in namespaces. */
	private boolean keep(Cluster cluster, Map<Source, Held> unused, Map<Source, Snapshot> snapshots, List<Part> parts) {
		Freshness freshness = without(cluster, false);
		boolean namespaced = false;
		boolean any = false;
		for (Map.Entry<Source, Held> each : List.copyOf(unused.entrySet())) {
			Source source = each.getKey();
			if (shown.contains(source) && source.session().cluster().id().equals(cluster.id())) {
				unused.remove(source);
				Snapshot snapshot = each.getValue().snapshot();
				snapshots.put(source, snapshot);
				parts.add(new Part(cluster, source.scope().namespace(), freshness, snapshot.lines().size(),
						snapshot.cached()));
				namespaced |= source.scope().type().namespaced();
				any = true;
			}
		}
		if (!any) {
			parts.add(new Part(cluster, "", freshness, 0, Optional.empty()));
		}
		return namespaced;
	}

	/** A store's rows; until they are whole, those that an earlier session of the same server had. */
	private Snapshot snapshot(ClusterSession session, Scope scope, Map<Source, Held> unused,
			Map<Source, Snapshot> snapshots) {
		Snapshot snapshot = hold(session, scope, unused).snapshot();
		if (snapshot.freshness().state() != Freshness.State.LIVE) {
			for (Map.Entry<Source, Held> each : unused.entrySet()) {
				Source before = each.getKey();
				if (shown.contains(before) && before.scope().equals(scope) && sameServer(before.session(), session)) {
					Snapshot kept = each.getValue().snapshot();
					unused.remove(before);
					snapshots.put(before, kept);
					return new Snapshot(kept.version(), kept.columns(), kept.lines(), snapshot.freshness(),
							kept.cached());
				}
			}
		}
		snapshots.put(new Source(session, scope), snapshot);
		return snapshot;
	}

	private static boolean sameServer(ClusterSession a, ClusterSession b) {
		return a.cluster().id().equals(b.cluster().id())
				&& a.cluster().context().server().url().equals(b.cluster().context().server().url());
	}

	private Freshness without(Cluster cluster, boolean open) {
		Without known = without.get(cluster.id());
		if (known == null || known.state() != cluster.state() || known.open() != open) {
			known = new Without(cluster.state(), open, unlisted(cluster, open));
			without.put(cluster.id(), known);
		}
		return known.freshness();
	}

	/** How true the list of a cluster is of which there is no store. */
	private Freshness unlisted(Cluster cluster, boolean open) {
		ClusterState state = cluster.state();
		if (state.phase() == Phase.OPEN) {
			var request = new KubeException.Request(cluster.name(), "list", query.kind().toString());
			return new Freshness(Freshness.State.FAILED, state.since(),
					Optional.of(new KubeException.NotFound(request, new KubeException.Answer(404, "",
							text("list.unserved", cluster.name(), query.kind())), null)));
		}
		boolean loading = open && state.problem().isEmpty();
		return new Freshness(loading ? Freshness.State.LOADING : Freshness.State.STALE, state.since(), state.problem());
	}

	private List<Scope> scopes(ClusterSession session, ResourceType type, Map<Source, Held> unused) {
		Scope all = new Scope(type, "", query.labels(), query.fields());
		if (!type.namespaced()) {
			return List.of(all);
		}
		if (!query.namespaces().isEmpty()) {
			return query.namespaces().stream().sorted().map(all::in).toList();
		}
		Freshness freshness = hold(session, all, unused).snapshot().freshness();
		boolean forbidden = freshness.problem().filter(p -> p instanceof KubeException.Forbidden).isPresent();
		List<Scope> known = fleet.knownNamespaces(session.cluster()).stream().sorted().map(all::in).toList();
		return forbidden && !known.isEmpty() ? known : List.of(all);
	}

	private Held hold(ClusterSession session, Scope scope, Map<Source, Held> unused) {
		Source source = new Source(session, scope);
		unused.remove(source);
		return held.computeIfAbsent(source, s -> {
			LiveLists.Loan loan = fleet.lists().borrow(session, scope);
			return new Held(loan, loan.store().listen(this::touch));
		});
	}

	private void letGo() {
		held.values().forEach(Held::letGo);
		held.clear();
	}

	/** Waits until the model is closed or the content is as wanted; for command lines and tests. */
	public ListContent await(Predicate<ListContent> wanted) throws InterruptedException {
		synchronized (bell) {
			while (!wanted.test(content) && !closed()) {
				bell.wait();
			}
			return content;
		}
	}

	/** Gives its stores back; a build that is under way does so when it ends. Returns at once. */
	@Override
	public void close() {
		Work before;
		synchronized (this) {
			before = work;
			work = Work.CLOSED;
		}
		fleetChanges.close();
		if (before == Work.NONE || before == Work.PLANNED) {
			letGo();
		}
		synchronized (bell) {
			bell.notifyAll();
		}
	}

	@Override
	public String toString() {
		return query.toString();
	}
}
