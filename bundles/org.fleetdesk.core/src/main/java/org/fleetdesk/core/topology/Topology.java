package org.fleetdesk.core.topology;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;

/**
 * What is drawn of a graph. Immutable; boxes and links stand in an order that does not depend on when they came.
 *
 * @param boxes objects, some of which stand for others too
 * @param links what a box has to do with another
 * @param total how many boxes there were if nothing were left out
 */
public record Topology(List<Box> boxes, List<Link> links, int total) {
	/** How many boxes are drawn at most. */
	public static final int MOST = 2_000;

	/** Nothing. */
	public static final Topology NOTHING = new Topology(List.of(), List.of(), 0);

	/**
	 * What of a graph is drawn.
	 *
	 * @param focus the object whose application is drawn alone, which is nothing if it is not there; empty for all
	 * @param words each must occur in kind, name, state or health of what is drawn
	 * @param folded whether workloads stand for what they own
	 * @param turned the workloads for which that is the other way round
	 */
	public record View(Optional<Id> focus, String words, boolean folded, Set<Id> turned) {
		/** All, folded. */
		public static final View ALL = new View(Optional.empty(), "", true, Set.of());

		public View {
			Objects.requireNonNull(focus);
			Objects.requireNonNull(words);
			turned = Set.copyOf(turned);
		}
	}

	/**
	 * An object.
	 *
	 * @param health the worst of it and of all that it stands for, where anything is known
	 * @param within how many objects of which kind it stands for beside itself
	 * @param folds whether it is a workload that can stand for others, does it now or not
	 */
	public record Box(Node node, Optional<Health> health, Map<String, Integer> within, boolean folds) {
		public Box {
			Objects.requireNonNull(node);
			Objects.requireNonNull(health);
			within = Map.copyOf(within);
		}

		/** Which object it is. */
		public Id id() {
			return node.id();
		}
	}

	/**
	 * What a box has to do with another.
	 *
	 * @param relations how their descriptors call it, each once; may be empty
	 * @param owns whether one owns the other
	 */
	public record Link(Id from, Id to, List<String> relations, boolean owns) {
		public Link {
			Objects.requireNonNull(from);
			Objects.requireNonNull(to);
			relations = List.copyOf(relations);
		}
	}

	public Topology {
		boxes = List.copyOf(boxes);
		links = List.copyOf(links);
	}

	/** What a view shows of a graph. Goes through all of it; takes no lock and reads nothing. */
	public static Topology of(RelationGraph graph, View view) {
		Workloads workloads = Workloads.of(graph);
		Set<Id> shown = view.focus().map(focus -> new Application(graph, workloads).of(focus))
				.orElse(graph.nodes().keySet());
		Map<Id, Folding> foldings = new LinkedHashMap<>();
		graph.nodes().values().stream().filter(node -> shown.contains(node.id())).sorted(Order.NODES)
				.forEach(node -> {
					Id top = standing(node.id(), workloads, view);
					foldings.computeIfAbsent(top, id -> new Folding(graph.nodes().get(id))).add(node);
				});
		Words words = Words.of(view.words());
		List<Box> all = foldings.values().stream().filter(folding -> folding.fits(words))
				.map(folding -> folding.box(workloads)).sorted(Order.BOXES).toList();
		List<Box> some = all.size() <= MOST ? all : all.stream().limit(MOST).toList();
		return new Topology(some, links(graph, some, workloads, view), all.size());
	}

	/** The object that stands for one: its workload, or itself. */
	private static Id standing(Id id, Workloads workloads, View view) {
		Id top = workloads.top(id);
		return view.folded() == view.turned().contains(top) ? id : top;
	}

	private static List<Link> links(RelationGraph graph, Collection<Box> boxes, Workloads workloads, View view) {
		Set<Id> drawn = new LinkedHashSet<>();
		boxes.forEach(box -> drawn.add(box.id()));
		record Ends(Id from, Id to) {
		}
		Map<Ends, Set<String>> relations = new LinkedHashMap<>();
		Set<Ends> owning = new LinkedHashSet<>();
		for (RelationGraph.Edge edge : graph.edges()) {
			Ends ends = new Ends(standing(edge.from(), workloads, view), standing(edge.to(), workloads, view));
			if (!ends.from().equals(ends.to()) && drawn.contains(ends.from()) && drawn.contains(ends.to())) {
				Set<String> names = relations.computeIfAbsent(ends, e -> new LinkedHashSet<>());
				if (!edge.relation().isEmpty()) {
					names.add(edge.relation());
				}
				if (edge.form() == Relation.Form.OWNER) {
					owning.add(ends);
				}
			}
		}
		return relations.entrySet().stream().map(each -> new Link(each.getKey().from(), each.getKey().to(),
				each.getValue().stream().sorted().toList(), owning.contains(each.getKey()))).sorted(Order.LINKS)
				.toList();
	}
}
