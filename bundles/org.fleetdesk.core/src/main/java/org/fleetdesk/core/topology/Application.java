package org.fleetdesk.core.topology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;

/**
 * What belongs to one application: all that leads to an object (its owners, the services that select its pods, the routes
 * that name those), and all that these lead to. What others lead to as well does not bring them in, else a node or a
 * service account would bring in everything. For one thread.
 */
final class Application {
	private final Map<Id, Set<Id>> from = new HashMap<>();
	private final Map<Id, Set<Id>> to = new HashMap<>();
	private final RelationGraph graph;
	private final Workloads workloads;

	Application(RelationGraph graph, Workloads workloads) {
		this.graph = graph;
		this.workloads = workloads;
		for (Edge edge : graph.edges()) {
			Id one = workloads.top(edge.from());
			Id other = workloads.top(edge.to());
			from.computeIfAbsent(one, id -> new LinkedHashSet<>()).add(other);
			to.computeIfAbsent(other, id -> new LinkedHashSet<>()).add(one);
		}
	}

	/** The objects of the application of one. */
	Set<Id> of(Id object) {
		Set<Id> tops = reached(reached(Set.of(workloads.top(object)), to), from);
		Set<Id> all = new HashSet<>();
		graph.nodes().keySet().stream().filter(id -> tops.contains(workloads.top(id))).forEach(all::add);
		return all;
	}

	private static Set<Id> reached(Set<Id> begun, Map<Id, Set<Id>> along) {
		Set<Id> reached = new HashSet<>(begun);
		Deque<Id> next = new ArrayDeque<>(begun);
		while (!next.isEmpty()) {
			for (Id id : along.getOrDefault(next.pop(), Set.of())) {
				if (reached.add(id)) {
					next.push(id);
				}
			}
		}
		return reached;
	}
}
