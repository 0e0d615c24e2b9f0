package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.Renewal;
import org.fleetdesk.core.details.Links;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.core.live.Snapshot;
import org.fleetdesk.core.relations.GraphBuilder.Seen;
import org.fleetdesk.core.relations.RelationGraph.Gap;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Reason;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What objects of a cluster have to do with each other, live: those that are looked at and all that own them, that they own,
 * select or name, and that select or name them; or all of some namespaces. Opens the cluster. Only kinds that may have to do
 * with them are listed, in their namespaces; of objects without a namespace in all. Of too many kinds the most useful ones are,
 * and of a list that is too large those that are named, one by one. Objects of other clusters are told of, and not looked at. Made
 * anew at most ten times a second, on threads of its own. Safe for any thread; its owner closes it.
 */
public final class Relations implements AutoCloseable {
	/** How many objects a list may have before it is given up. */
	public static final int MOST_OBJECTS = 20_000;
	private static final Logger LOG = LoggerFactory.getLogger(Relations.class);
	private static final long SHORTEST_GAP_MILLIS = 100;
	private static final long LONGEST_GAP_MILLIS = 10_000;

	private final Fleet fleet;
	private final Supplier<List<Descriptor>> descriptors;
	private final Background background;
	private final String cluster;
	private final int most;
	private final Listeners listeners = new Listeners();
	private final Renewal renewal;
	private final Registration fleetChanges;
	private final Registration kindChanges;
	private volatile RelationGraph graph;

	// guarded by this
	private final Map<Id, Optional<JsonNode>> objects = new LinkedHashMap<>();
	private Set<String> namespaces = Set.of();

	// used by one renewal at a time
	private @Nullable Cluster opened;
	private @Nullable HeldLists lists;
	private @Nullable RelationIndex index;
	private volatile boolean outdated; // whether descriptors may be others than those of the index
	private Catalogue catalogue = Catalogue.EMPTY;

	/** Relations of nothing yet, in the cluster of an id, by what the fleet knows of kinds. */
	public Relations(Fleet fleet, Background background, String cluster) {
		this(fleet, fleet.kinds()::all, background, cluster);
	}

	/**
	 * Relations of nothing yet.
	 *
	 * @param descriptors gives what is known of kinds, asked for once and after every {@link #refresh}; may block
	 * @param cluster the cluster's id
	 */
	public Relations(Fleet fleet, Supplier<List<Descriptor>> descriptors, Background background, String cluster) {
		this(fleet, descriptors, background, cluster, MOST_OBJECTS);
	}

	/** The same, which gives up lists of more than so many objects. */
	Relations(Fleet fleet, Supplier<List<Descriptor>> descriptors, Background background, String cluster, int most) {
		this.most = most;
		this.fleet = Objects.requireNonNull(fleet);
		this.descriptors = Objects.requireNonNull(descriptors);
		this.background = Objects.requireNonNull(background);
		this.cluster = Objects.requireNonNull(cluster);
		this.graph = RelationGraph.nothing(cluster);
		this.renewal = new Renewal(background, this::renew, this::letGo,
				took -> Math.clamp(2 * took, SHORTEST_GAP_MILLIS, LONGEST_GAP_MILLIS));
		this.fleetChanges = fleet.listen(renewal::touch);
		this.kindChanges = fleet.kinds().listen(kinds -> refresh());
	}

	/** Looks at an object too. */
	public void look(Id id) {
		synchronized (this) {
			objects.putIfAbsent(id, Optional.empty());
		}
		renewal.touch();
	}

	/** Looks at an object no more. */
	public void leave(Id id) {
		synchronized (this) {
			objects.remove(id);
		}
		renewal.touch();
	}

	/**
	 * Gives an object that is looked at as a tree: of a kind that nobody described, what it names is found in it by the names of
	 * its fields.
	 */
	public void tree(Id id, JsonNode object) {
		synchronized (this) {
			objects.computeIfPresent(id, (known, before) -> Optional.of(object));
		}
		renewal.touch();
	}

	/** Looks at all objects of these namespaces too, and no others. */
	public void namespaces(Set<String> some) {
		synchronized (this) {
			namespaces = Set.copyOf(some);
		}
		renewal.touch();
	}

	/** What is known now. */
	public RelationGraph graph() {
		return graph;
	}

	/** Tells that there is a newer graph, on a thread of its own. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Descriptors may have changed. */
	public void refresh() {
		outdated = true;
		renewal.touch();
	}

	private void renew() {
		try {
			RelationGraph fresh = build();
			if (!fresh.equals(graph)) {
				graph = fresh;
				listeners.changed();
			}
		} catch (RuntimeException e) { // the next change tries again
			LOG.error("The relations in {} could not be followed.", cluster, e);
		}
	}

	/** What is looked at, and what is needed for it. */
	private record Looked(Map<Id, Optional<JsonNode>> objects, Set<String> namespaces) {
		private boolean wants(Id id) {
			return objects.containsKey(id) || id.cluster().isEmpty() && namespaces.contains(id.namespace());
		}
	}

	private RelationGraph build() {
		Looked looked;
		synchronized (this) {
			looked = new Looked(new LinkedHashMap<>(objects), namespaces);
		}
		Optional<Cluster> registered = fleet.cluster(cluster);
		registered.filter(found -> found != opened).ifPresent(found -> {
			opened = found;
			fleet.open(found);
		});
		Optional<ClusterSession> session = registered.flatMap(Cluster::session);
		if (session.isEmpty() || session.get().catalogue().types().isEmpty()) {
			return graph; // what was known stays until it answers
		}
		return build(looked, held(session.get()), indexed(session.get().catalogue()));
	}

	private HeldLists held(ClusterSession session) {
		HeldLists known = lists;
		if (known == null || known.session() != session) {
			letGo();
			known = new HeldLists(fleet.lists(), session, renewal::touch, most);
			lists = known;
		}
		return known;
	}

	private RelationIndex indexed(Catalogue served) {
		RelationIndex known = index;
		if (known == null || outdated || catalogue != served) {
			outdated = false;
			known = new RelationIndex(new Served(served), descriptors.get());
			index = known;
			catalogue = served;
		}
		return known;
	}

	private RelationGraph build(Looked looked, HeldLists held, RelationIndex kinds) {
		Wants wants = new Wants(kinds, held::refused, held::tooLarge);
		looked.namespaces().forEach(wants::namespace);
		looked.objects().keySet().forEach(wants::around);
		Map<Scope, Listed> read = new LinkedHashMap<>(); // once, so that all is of one moment
		GraphBuilder builder = builder(looked, held, kinds, wants.scopes(), read);
		Map<Id, List<Pointer>> conventions = conventions(looked, kinds);
		Map<String, List<Pointer>> named = new HashMap<>();
		builder.seen().stream().filter(seen -> looked.wants(seen.id()))
				.forEach(seen -> named.computeIfAbsent(seen.id().namespace(), n -> new ArrayList<>())
						.addAll(seen.pointers()));
		conventions.forEach((id, some) -> named.computeIfAbsent(id.namespace(), n -> new ArrayList<>()).addAll(some));
		int before = wants.scopes().size();
		named.forEach(wants::named);
		if (wants.scopes().size() > before) {
			builder = builder(looked, held, kinds, wants.scopes(), read);
		}
		held.keep(wants.scopes());
		builder.connect();
		for (Map.Entry<Id, List<Pointer>> each : conventions.entrySet()) {
			for (Pointer pointer : each.getValue()) {
				builder.connect(each.getKey(), pointer);
			}
		}
		Set<Id> shown = new LinkedHashSet<>(looked.objects().keySet());
		builder.seen().stream().map(Seen::id).filter(looked::wants).forEach(shown::add);
		List<Gap> gaps = new ArrayList<>(wants.gaps());
		boolean loading = gaps(held, wants.scopes(), read, gaps);
		RelationGraph fresh = new RelationGraph(cluster, builder.nodes(shown), builder.edges(), gaps, loading);
		renewal.touchAt(builder.nextChange());
		return fresh;
	}

	private GraphBuilder builder(Looked looked, HeldLists held, RelationIndex kinds, Collection<Scope> scopes,
			Map<Scope, Listed> read) {
		scopes.forEach(scope -> read.computeIfAbsent(scope, s -> held.list(s, kinds.plan(s.type()))));
		List<Listed> whole = read.values().stream().filter(list -> !held.tooLarge(list.scope())).toList();
		return new GraphBuilder(kinds.served(), whole, looked::wants, background.clock().millis());
	}

	/** What objects of kinds that nobody described name, by how their fields are called. */
	private Map<Id, List<Pointer>> conventions(Looked looked, RelationIndex kinds) {
		Map<Id, List<Pointer>> all = new LinkedHashMap<>();
		looked.objects().forEach((id, tree) -> {
			Optional<ResourceType> type = kinds.served().type(id.kind());
			if (tree.isPresent() && type.isPresent() && kinds.descriptor(type.get()).isEmpty()) {
				List<Pointer> named = new ArrayList<>();
				new Links(catalogue, type.get().apiVersion(), id.namespace()).references(tree.get())
						.forEach(found -> named.add(new Pointer.Named(found.field(), found.link().type(),
								new Pointer.Name(found.link().namespace(), found.name()))));
				all.put(id, named);
			}
		});
		return all;
	}

	/** Adds what is not looked at, each kind once; says whether something has not arrived yet. */
	private static boolean gaps(HeldLists held, Collection<Scope> scopes, Map<Scope, Listed> read, List<Gap> gaps) {
		boolean loading = false;
		Set<KindKey> told = new LinkedHashSet<>();
		for (Scope scope : scopes) {
			KindKey kind = KindKey.of(scope.type());
			if (held.tooLarge(scope)) {
				gaps.add(new Gap(kind, Reason.TOO_LARGE, Optional.empty()));
				continue;
			}
			Snapshot snapshot = Objects.requireNonNull(read.get(scope)).snapshot();
			State state = snapshot.freshness().state();
			loading |= state == State.LOADING;
			if ((state == State.FAILED || state == State.STALE) && !held.refused(scope) && told.add(kind)) {
				gaps.add(new Gap(kind, Reason.REFUSED, Optional.of(new Part(kind, held.session().cluster(),
						scope.namespace(), snapshot.freshness(), snapshot.lines().size(), snapshot.cached()))));
			}
		}
		return loading;
	}

	private void letGo() {
		HeldLists known = lists;
		if (known != null) {
			known.keep(Set.of());
			lists = null;
		}
	}

	/** Gives its lists back. Returns at once. */
	@Override
	public void close() {
		fleetChanges.close();
		kindChanges.close();
		renewal.close();
	}
}
