package org.fleetdesk.core.relations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation;
import org.fleetdesk.core.live.Part;

/**
 * Objects of one cluster and what they have to do with each other, at one moment. Immutable.
 *
 * @param cluster the cluster's id
 * @param nodes the objects, those that are named and do not exist included
 * @param edges what one has to do with another, each once
 * @param gaps what is not looked at, and why
 * @param loading whether some of it has not arrived yet
 */
public record RelationGraph(String cluster, Map<Id, Node> nodes, List<Edge> edges, List<Gap> gaps, boolean loading) {

	/**
	 * Names an object of a cluster.
	 *
	 * @param cluster empty for the graph's own; another one in the words of who names the object
	 * @param kind its kind; of one that the cluster does not serve the kind in small letters stands for the plural
	 * @param namespace its namespace, or empty
	 */
	public record Id(String cluster, KindKey kind, String namespace, String name) {
		public Id {
			Objects.requireNonNull(cluster);
			Objects.requireNonNull(kind);
			Objects.requireNonNull(namespace);
			Objects.requireNonNull(name);
		}

		/** An object of the graph's own cluster. */
		public Id(KindKey kind, String namespace, String name) {
			this("", kind, namespace, name);
		}
	}

	/** Whether an object is there. */
	public enum Presence {
		/** It is. */
		THERE,
		/** It is named, and the cluster does not have it. */
		MISSING,
		/** The cluster does not have it, and who names it does without. */
		OPTIONAL,
		/** It is in another cluster, at which nobody looks. */
		ELSEWHERE,
		/** Nobody has looked, may look, or has an answer yet. */
		UNKNOWN,
		/** The cluster does not serve its kind. */
		UNSERVED
	}

	/**
	 * An object.
	 *
	 * @param type its kind as objects have it: "Pod"
	 * @param uid its uid; empty where it is not known
	 * @param health how it does, where that is known
	 * @param state what its list says of its state, in the cluster's words; may be empty
	 * @param created when it was created, where that is known
	 */
	public record Node(Id id, String type, String uid, Presence presence, Optional<Health> health, String state,
			Optional<Instant> created) {
		public Node {
			Objects.requireNonNull(id);
			Objects.requireNonNull(type);
			Objects.requireNonNull(uid);
			Objects.requireNonNull(presence);
			Objects.requireNonNull(health);
			Objects.requireNonNull(state);
			Objects.requireNonNull(created);
		}
	}

	/**
	 * What one object has to do with another.
	 *
	 * @param from the one that owns, selects or names
	 * @param relation what it does to the other, as its descriptor calls it; empty for an owner of which nothing else is said
	 * @param form how it says so
	 */
	public record Edge(Id from, Id to, String relation, Relation.Form form) {
		public Edge {
			Objects.requireNonNull(from);
			Objects.requireNonNull(to);
			Objects.requireNonNull(relation);
			Objects.requireNonNull(form);
		}
	}

	/** Why a kind is not looked at. */
	public enum Reason {
		/** The cluster does not give its list; the part says why. */
		REFUSED,
		/** It has too many objects to look at all of them. */
		TOO_LARGE,
		/** Too many kinds might have to do with it. */
		TOO_MANY_KINDS
	}

	/**
	 * What is not looked at.
	 *
	 * @param part how true its list is, where there is one
	 */
	public record Gap(KindKey kind, Reason reason, Optional<Part> part) {
		public Gap {
			Objects.requireNonNull(kind);
			Objects.requireNonNull(reason);
			Objects.requireNonNull(part);
		}
	}

	public RelationGraph {
		Objects.requireNonNull(cluster);
		nodes = Map.copyOf(nodes);
		edges = List.copyOf(edges);
		gaps = List.copyOf(gaps);
	}

	/** Nothing of a cluster, before anything has arrived. */
	static RelationGraph nothing(String cluster) {
		return new RelationGraph(cluster, Map.of(), List.of(), List.of(), true);
	}

	/** What an object has to do with others, those being which; goes through all edges. */
	public SequencedMap<Edge, Node> around(Id id) {
		SequencedMap<Edge, Node> found = new LinkedHashMap<>();
		for (Edge edge : edges) {
			if (edge.from().equals(id)) {
				found.put(edge, nodes.get(edge.to()));
			} else if (edge.to().equals(id)) {
				found.put(edge, nodes.get(edge.from()));
			}
		}
		return found;
	}
}
