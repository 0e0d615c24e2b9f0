package org.fleetdesk.core.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;

/** An object while those are gathered that it stands for. For one thread. */
final class Folding {
	private final Node top;
	private final List<Node> all = new ArrayList<>();

	Folding(Node top) {
		this.top = top;
	}

	void add(Node node) {
		all.add(node);
	}

	/** Whether one of them has the words. */
	boolean fits(Words words) {
		return all.stream().anyMatch(words::fit);
	}

	Topology.Box box(Workloads workloads) {
		Map<String, Integer> within = new TreeMap<>();
		all.stream().filter(node -> !node.id().equals(top.id())).forEach(node -> within.merge(node.type(), 1,
				Integer::sum));
		Optional<Health> worst = all.stream().flatMap(node -> health(node).stream()).min(Comparator.naturalOrder());
		return new Topology.Box(top, worst, within, workloads.folds(top.id()));
	}

	/** How an object does; one that is named and not there is as bad as one can do. */
	static Optional<Health> health(Node node) {
		return node.presence() == Presence.MISSING ? Optional.of(Health.FAILED) : node.health();
	}
}
