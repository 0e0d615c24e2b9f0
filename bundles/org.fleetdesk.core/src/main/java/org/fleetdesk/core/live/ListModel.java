package org.fleetdesk.core.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;

/**
 * The live list behind one view: opens the clusters of its query, unites their stores, filters and sorts, at most ten
 * times a second and never on the caller's thread. Where a user may not list all namespaces, those known are listed one
 * by one. Safe for any thread; the view owns and closes it.
 */
public final class ListModel implements AutoCloseable {
	private static final long SHORTEST_GAP_MILLIS = 100;

	private record Source(ClusterSession session, Scope scope) {
	}

	private record Held(LiveLists.Loan loan, Registration registration) {
	}

	private final Fleet fleet;
	private final ListQuery query;
	private final Background background;
	private final Listeners listeners = new Listeners();
	private final Registration fleetChanges;
	private final Object building = new Object();
	private final Map<Source, Held> held = new HashMap<>(); // guarded by building
	private volatile LineFilter filter = LineFilter.ALL;
	private volatile List<SortKey> order = List.of();
	private volatile ListContent content;

	// guarded by this
	private boolean pending;
	private boolean closed;
	private long lastBuilt;

	/** A model that begins to work at once; what it has stands in {@link #content}, empty at first. */
	public ListModel(Fleet fleet, ListQuery query, Background background) {
		this.fleet = Objects.requireNonNull(fleet);
		this.query = Objects.requireNonNull(query);
		this.background = Objects.requireNonNull(background);
		this.content = new ListContent(List.of(), Map.of(), List.of(), 0, List.of());
		this.fleetChanges = fleet.listen(this::touch);
		query.clusters().forEach(fleet::open);
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

	/** Shows only lines in which every word of the text is found, in any column; empty for all. */
	public void filter(String text) {
		filter = LineFilter.of(text);
		touch();
	}

	/** Sorts by these columns; by none: cluster, namespace, name. */
	public void sort(List<SortKey> keys) {
		order = List.copyOf(keys);
		touch();
	}

	private synchronized void touch() {
		if (pending || closed) {
			return;
		}
		pending = true;
		long wait = Math.clamp(lastBuilt + SHORTEST_GAP_MILLIS - background.clock().millis(), 0, SHORTEST_GAP_MILLIS);
		background.scheduler().schedule(() -> background.threads().newThread(this::build).start(), wait,
				TimeUnit.MILLISECONDS);
	}

	private void build() {
		synchronized (building) {
			synchronized (this) {
				pending = false;
				if (closed) {
					return;
				}
			}
			content = unite();
			synchronized (this) {
				lastBuilt = background.clock().millis();
			}
		}
		listeners.changed();
	}

	private ListContent unite() {
		Map<Source, Held> unused = new HashMap<>(held);
		List<Part> parts = new ArrayList<>();
		Map<LiveStore, Snapshot> snapshots = new LinkedHashMap<>();
		boolean namespaced = false;
		for (Cluster asked : query.clusters()) {
			Cluster cluster = fleet.cluster(asked.id()).orElse(asked);
			Optional<ResourceType> type = query.kind().in(cluster.state().catalogue());
			Optional<ClusterSession> session = cluster.session();
			if (session.isEmpty() || type.isEmpty()) {
				parts.add(new Part(cluster, "", without(cluster, session.isPresent()), 0));
				continue;
			}
			namespaced |= type.get().namespaced();
			for (Scope scope : scopes(session.get(), type.get(), unused)) {
				LiveStore store = hold(session.get(), scope, unused);
				Snapshot snapshot = store.snapshot();
				snapshots.put(store, snapshot);
				parts.add(new Part(cluster, scope.namespace(), snapshot.freshness(), snapshot.lines().size()));
			}
		}
		unused.forEach((source, left) -> {
			held.remove(source);
			letGo(left);
		});
		return new ListBuilder(snapshots, query.clusters().size() > 1, namespaced).content(filter, order, parts);
	}

	/** How true the list of a cluster is of which there is no store. */
	private Freshness without(Cluster cluster, boolean open) {
		var state = cluster.state();
		if (state.phase() == Phase.OPEN) {
			var request = new KubeException.Request(cluster.name(), "list", query.kind().toString());
			return new Freshness(Freshness.State.FAILED, state.since(),
					Optional.of(new KubeException.NotFound(request, new KubeException.Answer(404, "", cluster.name()
							+ " does not serve " + query.kind()
							+ ": install what provides it, or choose another cluster."),
							null)));
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

	private LiveStore hold(ClusterSession session, Scope scope, Map<Source, Held> unused) {
		Source source = new Source(session, scope);
		unused.remove(source);
		return held.computeIfAbsent(source, s -> {
			LiveLists.Loan loan = fleet.lists().borrow(session, scope);
			return new Held(loan, loan.store().listen(this::touch));
		}).loan().store();
	}

	private static void letGo(Held left) {
		left.registration().close();
		left.loan().close();
	}

	/** Waits until the model is closed or the content is as wanted; for command lines and tests. */
	public ListContent await(Predicate<ListContent> wanted) throws InterruptedException {
		Object bell = new Object();
		try (Registration registration = listen(() -> {
			synchronized (bell) {
				bell.notifyAll();
			}
		})) {
			synchronized (bell) {
				while (!wanted.test(content)) {
					bell.wait();
				}
			}
			return content;
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			closed = true;
		}
		fleetChanges.close();
		background.threads().newThread(() -> {
			synchronized (building) {
				held.values().forEach(ListModel::letGo);
				held.clear();
			}
		}).start();
	}

	@Override
	public String toString() {
		return query.toString();
	}
}
