package org.fleetdesk.core.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Presence;

/**
 * Which objects stand for which: the owner of pods for them, its own owner for both, and so on, as long as an owner owns
 * nothing but what is there for pods, or what nothing else has to do with. So a Deployment stands for its ReplicaSets and
 * their pods, a DaemonSet for its pods and ControllerRevisions; a resource that owns a Deployment and a Service that selects
 * pods stands for itself. Immutable.
 */
final class Workloads {
	private static final KindKey PODS = new KindKey("", "pods");
	private static final int DEEPEST = 8; // owners may name each other in a circle

	private final Map<Id, Id> tops = new HashMap<>();
	private final Set<Id> folding = new HashSet<>();

	private Workloads() {
	}

	static Workloads of(RelationGraph graph) {
		Owners owners = new Owners(graph);
		Workloads workloads = new Workloads();
		for (Id id : graph.nodes().keySet()) {
			Id top = id;
			for (int deep = 0; deep < DEEPEST; deep++) {
				Optional<Id> owner = owners.standing(top);
				if (owner.isEmpty()) {
					break;
				}
				top = owner.get();
			}
			if (!top.equals(id)) {
				workloads.tops.put(id, top);
				workloads.folding.add(top);
			}
		}
		return workloads;
	}

	/** What stands for an object when all is folded; itself, where nothing else does. */
	Id top(Id id) {
		return tops.getOrDefault(id, id);
	}

	/** Whether an object can stand for others. */
	boolean folds(Id id) {
		return folding.contains(id);
	}

	/** Who owns what in a namespace. */
	private static final class Owners {
		private final Map<Id, Id> owners = new HashMap<>();
		private final Map<Id, List<Id>> owned = new HashMap<>();
		private final Map<Id, Integer> edges = new HashMap<>();
		private final Set<KindKey> kinds = new HashSet<>(Set.of(PODS)); // that are there for pods: they, their owners, and so on

		Owners(RelationGraph graph) {
			for (Edge edge : graph.edges()) {
				edges.merge(edge.from(), 1, Integer::sum);
				edges.merge(edge.to(), 1, Integer::sum);
				if (edge.form() == Relation.Form.OWNER && graph.nodes().get(edge.from()).presence() == Presence.THERE
						&& edge.from().namespace().equals(edge.to().namespace())) {
					owners.putIfAbsent(edge.to(), edge.from());
					owned.computeIfAbsent(edge.from(), id -> new ArrayList<>()).add(edge.to());
				}
			}
			boolean more = true;
			while (more) {
				more = false;
				for (Map.Entry<Id, List<Id>> each : owned.entrySet()) {
					if (each.getValue().stream().anyMatch(id -> kinds.contains(id.kind()))) {
						more |= kinds.add(each.getKey().kind());
					}
				}
			}
		}

		/** The owner of an object, if it stands for it. */
		Optional<Id> standing(Id id) {
			Id owner = owners.get(id);
			if (owner == null || !kinds.contains(owner.kind())) {
				return Optional.empty();
			}
			List<Id> all = owned.get(owner);
			boolean runs = all.stream().anyMatch(Owners::pod);
			return runs && (pod(id) || alone(id)) || all.stream().allMatch(this::within)
					? Optional.of(owner)
					: Optional.empty();
		}

		private static boolean pod(Id id) {
			return id.kind().equals(PODS);
		}

		/** Whether nothing but its owner has to do with an object. */
		private boolean alone(Id id) {
			return edges.get(id) == 1;
		}

		private boolean within(Id id) {
			return kinds.contains(id.kind()) || alone(id);
		}
	}
}
