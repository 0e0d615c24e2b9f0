package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.kube.discovery.ResourceType;

/** Makes nodes and edges of lists: of what some objects say, and of what others say of them. Used once, by one thread. */
final class GraphBuilder {
	/** A line and what it says. */
	record Seen(Id id, Line line, RelationPlan plan, List<Pointer> pointers) {
	}

	private record Place(KindKey kind, String namespace) {
	}

	private final Served served;
	private final List<Listed> lists;
	private final Predicate<Id> wanted;
	private final NodeHealth health;
	private final Map<Id, Seen> lines = new LinkedHashMap<>();
	private final Map<Place, List<Seen>> places = new HashMap<>();
	private final Map<Id, String> types = new HashMap<>();
	private final Set<Edge> edges = new LinkedHashSet<>();
	private final Set<Id> optional = new HashSet<>();
	private final Set<Id> needed = new HashSet<>();

	/** A builder of what those objects have to do with others that are wanted. */
	GraphBuilder(Served served, List<Listed> lists, Predicate<Id> wanted, long nowMillis) {
		this.served = served;
		this.lists = lists;
		this.wanted = wanted;
		this.health = new NodeHealth(nowMillis);
		for (Listed list : lists) {
			list.snapshot().lines().forEach(line -> see(line, list.plan()));
		}
	}

	private void see(Line line, RelationPlan plan) {
		ResourceType type = line.store().scope().type();
		Id id = new Id(KindKey.of(type), line.row().namespace(), line.row().name());
		if (!lines.containsKey(id)) {
			Seen seen = new Seen(id, line, plan, plan.read(line));
			lines.put(id, seen);
			types.put(id, type.kind());
			places.computeIfAbsent(new Place(id.kind(), id.namespace()), p -> new ArrayList<>()).add(seen);
			if (!id.namespace().isEmpty()) {
				places.computeIfAbsent(new Place(id.kind(), ""), p -> new ArrayList<>()).add(seen);
			}
		}
	}

	/** What was seen. */
	Collection<Seen> seen() {
		return lines.values();
	}

	/** An object that was seen. */
	Optional<Seen> seen(Id id) {
		return Optional.ofNullable(lines.get(id));
	}

	/** Adds the edges of what was seen. */
	void connect() {
		lines.values().forEach(seen -> seen.pointers().forEach(pointer -> connect(seen.id(), pointer)));
	}

	/** Adds the edges of one thing that an object says. */
	void connect(Id id, Pointer pointer) {
		if (pointer instanceof Pointer.Selected selected) {
			select(id, selected);
			return;
		}
		served.target(pointer, id.namespace()).filter(target -> !target.id().equals(id))
				.filter(target -> wanted.test(id) || wanted.test(target.id())).ifPresent(target -> {
					types.putIfAbsent(target.id(), target.type());
					switch (pointer) {
						case Pointer.OwnedBy owner -> owned(id, owner, target.id());
						case Pointer.Named named -> named(new Edge(id, target.id(), named.relation(), Form.NAME),
								named.name());
						case Pointer.Referred other -> named(
								new Edge(id, target.id(), other.relation(), Form.REFERENCE), other.name());
						case Pointer.Selected selected -> {
							// leads to no one object
						}
					}
				});
	}

	private void named(Edge edge, Pointer.Name name) {
		edges.add(edge);
		(name.optional() ? optional : needed).add(edge.to());
	}

	private void select(Id id, Pointer.Selected selected) {
		boolean all = wanted.test(id);
		boolean everywhere = served.type(selected.to()).filter(type -> !type.namespaced()).isPresent();
		Place place = new Place(selected.to(), everywhere ? "" : id.namespace());
		for (Seen other : places.getOrDefault(place, List.of())) {
			if ((all || wanted.test(other.id())) && !other.id().equals(id)
					&& selected.selection().selects(other.line().row())) {
				edges.add(new Edge(id, other.id(), selected.relation(), Form.SELECTOR));
			}
		}
	}

	private void owned(Id id, Pointer.OwnedBy owner, Id by) {
		Seen there = lines.get(by);
		if (there != null && !owner.uid().isEmpty() && !there.line().row().uid().equals(owner.uid())) {
			return; // the owner is gone, and another object has its name
		}
		String relation = served.type(by.kind()).flatMap(type -> owner(by.kind()))
				.flatMap(d -> d.relations().stream()
						.filter(r -> r.form() == Form.OWNER && r.to().filter(id.kind()::equals).isPresent())
						.map(Relation::name).findFirst())
				.orElse("");
		edges.add(new Edge(by, id, relation, Form.OWNER));
	}

	private Optional<Descriptor> owner(KindKey kind) {
		return lists.stream().filter(list -> KindKey.of(list.scope().type()).equals(kind)).findFirst()
				.flatMap(list -> list.plan().descriptor());
	}

	/** The edges so far. */
	List<Edge> edges() {
		return List.copyOf(edges);
	}

	/** When, in milliseconds since 1970, a node that was made may do otherwise because it is older then. */
	long nextChange() {
		return health.nextChange();
	}

	/** The objects at both ends of the edges, and these. */
	Map<Id, Node> nodes(Collection<Id> besides) {
		Map<Id, Node> nodes = new LinkedHashMap<>();
		besides.forEach(id -> nodes.put(id, node(id)));
		for (Edge edge : edges) {
			nodes.computeIfAbsent(edge.from(), this::node);
			nodes.computeIfAbsent(edge.to(), this::node);
		}
		return nodes;
	}

	private Node node(Id id) {
		Seen seen = lines.get(id);
		if (seen != null) {
			Line line = seen.line();
			return new Node(id, types.getOrDefault(id, ""), line.row().uid(), Presence.THERE,
					health.of(seen.plan().descriptor(), line), NodeHealth.state(line), line.row().created());
		}
		Optional<ResourceType> type = served.type(id.kind());
		return new Node(id, type.map(ResourceType::kind).orElseGet(() -> types.getOrDefault(id, id.kind().plural())),
				"", absent(id, type.isPresent()), Optional.empty(), "", Optional.empty());
	}

	/** What is known of an object that is in no list. */
	private Presence absent(Id id, boolean served) {
		if (!id.cluster().isEmpty()) {
			return Presence.ELSEWHERE;
		} else if (!served) {
			return Presence.UNSERVED;
		} else if (lists.stream().noneMatch(list -> list.whole() && list.covers(id))) {
			return Presence.UNKNOWN;
		}
		return optional.contains(id) && !needed.contains(id) ? Presence.OPTIONAL : Presence.MISSING;
	}
}
