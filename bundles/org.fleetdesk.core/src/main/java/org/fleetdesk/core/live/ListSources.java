package org.fleetdesk.core.live;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;

/**
 * The stores behind one list: opens the clusters of a query, borrows the stores of its kinds, says how true each is, and
 * keeps what a cluster showed while it is away. For one thread at a time.
 */
final class ListSources {
	private record Source(ClusterSession session, Scope scope) {
		private boolean shows(Cluster cluster, KindKey kind) {
			return session.cluster().id().equals(cluster.id()) && KindKey.of(scope.type()).equals(kind);
		}
	}

	private record Held(LiveLists.Loan loan, Registration registration) {
		private LiveStore store() {
			return loan.store();
		}

		private void letGo() {
			registration.close();
			loan.close();
		}
	}

	/** Why a cluster has no list of a kind, made once for each of its states. */
	private record Without(ClusterState state, boolean open, Freshness freshness) {
	}

	private record WithoutKey(String cluster, KindKey kind) {
	}

	/** What there is now: stores, in order, how true they are, and whether any of them lives in namespaces. */
	static final class Found {
		private final Map<Source, LiveStore> shown = new LinkedHashMap<>();
		private final List<Part> parts = new ArrayList<>();
		private boolean namespaced;

		List<LiveStore> stores() {
			return List.copyOf(shown.values());
		}

		List<Part> parts() {
			return parts;
		}

		boolean namespaced() {
			return namespaced;
		}

		private void add(Source source, LiveStore store, KindKey kind, Cluster cluster, Freshness freshness) {
			shown.put(source, store);
			LiveStore.Head head = store.head();
			parts.add(new Part(kind, cluster, source.scope().namespace(), freshness, head.rows(), head.cached()));
			namespaced |= source.scope().type().namespaced();
		}
	}

	private final Fleet fleet;
	private final ListQuery query;
	private final Runnable changed;
	private final Map<Source, Held> held = new LinkedHashMap<>();
	private final JoinedLists joined;
	private Set<Source> shown = Set.of(); // those of held whose rows were found the last time
	private final Map<String, Cluster> opened = new HashMap<>();
	private final Map<WithoutKey, Without> without = new HashMap<>();

	/**
	 * Sources of a query.
	 *
	 * @param changed told of every change of a store
	 */
	ListSources(Fleet fleet, ListQuery query, Runnable changed) {
		this.fleet = fleet;
		this.query = query;
		this.changed = changed;
		this.joined = new JoinedLists(fleet, changed);
	}

	/**
	 * What there is now; gives back what is not needed any more.
	 *
	 * @param columns whether somebody asks for a column: only then it is taken from the list of another kind
	 */
	Found find(Predicate<String> columns) {
		joined.begin(columns);
		Map<Source, Held> unused = new LinkedHashMap<>(held);
		Found found = new Found();
		List<Cluster> clusters = query.clusters().stream().map(this::current).toList();
		for (KindKey kind : query.kinds()) {
			for (Cluster cluster : clusters) {
				find(kind, cluster, unused, found);
			}
		}
		unused.forEach((source, left) -> {
			held.remove(source);
			left.letGo();
		});
		shown = Set.copyOf(found.shown.keySet());
		joined.end();
		return found;
	}

	private void find(KindKey kind, Cluster cluster, Map<Source, Held> unused, Found found) {
		Optional<ClusterSession> session = cluster.session();
		Optional<ResourceType> type = kind.in(cluster.state().catalogue());
		if (session.isEmpty()) {
			keep(kind, cluster, unused, found);
		} else if (type.isEmpty()) {
			found.parts.add(new Part(kind, cluster, "", without(kind, cluster, true), 0, Optional.empty()));
		} else {
			found.namespaced |= type.get().namespaced();
			for (Scope scope : scopes(session.get(), type.get(), unused)) {
				live(session.get(), scope, kind, unused, found);
			}
		}
	}

	/** The cluster as it is registered now; opened, but for one that was closed after this list saw it. */
	private Cluster current(Cluster asked) {
		Cluster cluster = fleet.cluster(asked.id()).orElse(asked);
		if (opened.put(cluster.id(), cluster) != cluster) {
			fleet.open(cluster);
		}
		return cluster;
	}

	/** What a closed cluster showed stays as it was. */
	private void keep(KindKey kind, Cluster cluster, Map<Source, Held> unused, Found found) {
		Freshness freshness = without(kind, cluster, false);
		boolean any = false;
		for (Map.Entry<Source, Held> each : List.copyOf(unused.entrySet())) {
			Source source = each.getKey();
			if (shown.contains(source) && source.shows(cluster, kind)) {
				unused.remove(source);
				found.add(source, each.getValue().store(), kind, cluster, freshness);
				any = true;
			}
		}
		if (!any) {
			found.parts.add(new Part(kind, cluster, "", freshness, 0, Optional.empty()));
		}
	}

	/** A store; until its rows are whole, the one that an earlier session of the same server had. */
	private void live(ClusterSession session, Scope scope, KindKey kind, Map<Source, Held> unused, Found found) {
		LiveStore store = hold(session, scope, unused).store();
		joined.join(session, scope, store);
		Freshness freshness = store.head().freshness();
		Source source = new Source(session, scope);
		if (freshness.state() != Freshness.State.LIVE) {
			for (Map.Entry<Source, Held> each : unused.entrySet()) {
				Source before = each.getKey();
				if (shown.contains(before) && before.scope().equals(scope) && sameServer(before.session(), session)) {
					unused.remove(before);
					source = before;
					store = each.getValue().store();
					break;
				}
			}
		}
		found.add(source, store, kind, session.cluster(), freshness);
	}

	private static boolean sameServer(ClusterSession a, ClusterSession b) {
		return a.cluster().id().equals(b.cluster().id())
				&& a.cluster().context().server().url().equals(b.cluster().context().server().url());
	}

	private Freshness without(KindKey kind, Cluster cluster, boolean open) {
		WithoutKey key = new WithoutKey(cluster.id(), kind);
		Without known = without.get(key);
		if (known == null || known.state() != cluster.state() || known.open() != open) {
			known = new Without(cluster.state(), open, unlisted(kind, cluster, open));
			without.put(key, known);
		}
		return known.freshness();
	}

	/** How true the list of a cluster is of which there is no store. */
	private static Freshness unlisted(KindKey kind, Cluster cluster, boolean open) {
		ClusterState state = cluster.state();
		if (state.phase() == Phase.OPEN) {
			var request = new KubeException.Request(cluster.name(), "list", kind.toString());
			return new Freshness(Freshness.State.FAILED, state.since(),
					Optional.of(new KubeException.NotFound(request, new KubeException.Answer(404, "",
							text("list.unserved", cluster.name(), kind)), null)));
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
		Freshness freshness = hold(session, all, unused).store().head().freshness();
		boolean forbidden = freshness.problem().filter(p -> p instanceof KubeException.Forbidden).isPresent();
		List<Scope> known = fleet.knownNamespaces(session.cluster()).stream().sorted().map(all::in).toList();
		return forbidden && !known.isEmpty() ? known : List.of(all);
	}

	private Held hold(ClusterSession session, Scope scope, Map<Source, Held> unused) {
		Source source = new Source(session, scope);
		unused.remove(source);
		return held.computeIfAbsent(source, s -> {
			LiveLists.Loan loan = fleet.lists().borrow(session, scope);
			return new Held(loan, loan.store().listen(changed));
		});
	}

	/** Gives all stores back. */
	void letGo() {
		joined.letGo();
		held.values().forEach(Held::letGo);
		held.clear();
	}
}
