package org.fleetdesk.core.topology;

import java.util.Comparator;

import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;

/** The order of what is drawn: by kind, namespace and name, so that a drawing changes no more than what it shows. */
final class Order {
	static final Comparator<Id> IDS = Comparator.comparing((Id id) -> id.kind().toString()).thenComparing(Id::namespace)
			.thenComparing(Id::name);
	static final Comparator<Node> NODES = Comparator.comparing(Node::id, IDS);
	static final Comparator<Topology.Box> BOXES = Comparator.comparing(Topology.Box::id, IDS);
	static final Comparator<Topology.Link> LINKS = Comparator.comparing(Topology.Link::from, IDS)
			.thenComparing(Topology.Link::to, IDS);

	private Order() {
	}
}
