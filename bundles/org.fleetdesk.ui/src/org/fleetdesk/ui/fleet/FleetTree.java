package org.fleetdesk.ui.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.ui.fleet.FleetNode.FindingsNode;

import org.jspecify.annotations.Nullable;

/** What the fleet tree shows at one moment, filtered. Immutable once built. */
final class FleetTree {
	static final FleetTree EMPTY = new FleetTree();

	/** How a cluster stands and how it is marked. */
	private record Standing(ClusterState state, Mark mark) {
	}

	private final List<Object> roots = new ArrayList<>();
	private final Map<Object, List<Object>> children = new HashMap<>();
	private final Map<Object, Object> parents = new HashMap<>();
	private final Map<FindingsNode, List<Finding>> findings = new HashMap<>();
	private final Map<Cluster, Standing> standings = new HashMap<>();
	private final Set<Object> matchedInside = new HashSet<>();
	private boolean filtered;

	List<Object> roots() {
		return roots;
	}

	List<Object> children(Object node) {
		return children.getOrDefault(node, List.of());
	}

	@Nullable
	Object parent(Object node) {
		return parents.get(node);
	}

	List<Finding> findings(FindingsNode node) {
		return findings.getOrDefault(node, List.of());
	}

	/** Whether a filter leaves nodes out. */
	boolean filtered() {
		return filtered;
	}

	/** Nodes that stand here only for what they hold: to be expanded while there is a filter. */
	Set<Object> matchedInside() {
		return matchedInside;
	}

	/** Whether another tree has the same nodes in the same places. */
	boolean sameShape(FleetTree other) {
		return roots.equals(other.roots) && children.equals(other.children) && findings.equals(other.findings);
	}

	/** The clusters that stand otherwise than in an older tree. */
	List<Cluster> changed(FleetTree older) {
		return standings.entrySet().stream().filter(e -> !e.getValue().equals(older.standings.get(e.getKey())))
				.map(Map.Entry::getKey).toList();
	}

	/** Whether a cluster is part of the fleet by now, filtered or not. */
	boolean knows(Cluster cluster) {
		return standings.containsKey(cluster);
	}

	boolean isEmpty() {
		return roots.isEmpty();
	}

	/** Puts a tree together. Confined to one thread. */
	static final class Builder {
		private final FleetTree tree = new FleetTree();

		void add(@Nullable Object parent, Object node) {
			if (parent == null) {
				tree.roots.add(node);
			} else {
				tree.children.computeIfAbsent(parent, p -> new ArrayList<>()).add(node);
				tree.parents.put(node, parent);
			}
		}

		void findings(FindingsNode node, List<Finding> found) {
			tree.findings.put(node, found);
		}

		void standing(Cluster cluster, ClusterState state, Mark mark) {
			tree.standings.put(cluster, new Standing(state, mark));
		}

		void filtered() {
			tree.filtered = true;
		}

		void matchedInside(Object node) {
			tree.matchedInside.add(node);
		}

		FleetTree build() {
			return tree;
		}
	}
}
