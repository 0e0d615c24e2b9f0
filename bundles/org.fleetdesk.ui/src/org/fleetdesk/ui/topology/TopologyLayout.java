package org.fleetdesk.ui.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.core.topology.Topology.Link;
import org.fleetdesk.ui.topology.Placement.Place;
import org.fleetdesk.ui.topology.Placement.Spot;

/**
 * Places boxes in layers from left to right, by the Eclipse Layout Kernel. For one thread, never the UI's: hundreds of boxes
 * take a second.
 */
public final class TopologyLayout {
	private static final double MARGIN = 24;
	private static final double BESIDE = 18;
	private static final double BETWEEN = 56;
	private static final double LINES = 10;

	static {
		// the library would look for its algorithms through extensions of a bundle that is not here
		LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
	}

	private final Lettering lettering;

	/** A layout of boxes with such letters. */
	public TopologyLayout(Lettering lettering) {
		this.lettering = Objects.requireNonNull(lettering);
	}

	/**
	 * Places a topology.
	 *
	 * @param before where things were: what is still there keeps its order from top to bottom, and if nothing came or went,
	 *            its place
	 */
	public Placement place(Topology topology, Placement before) {
		if (same(topology, before)) {
			return before;
		}
		ElkNode root = ElkGraphUtil.createGraph();
		options(root);
		Map<Id, ElkNode> nodes = new HashMap<>();
		for (Box box : inOrder(topology.boxes(), before)) {
			ElkNode node = ElkGraphUtil.createNode(root);
			node.setDimensions(BoxText.width(box, lettering), BoxText.height(lettering));
			nodes.put(box.id(), node);
		}
		Map<Link, ElkEdge> edges = new HashMap<>();
		for (Link link : topology.links()) {
			edges.put(link, ElkGraphUtil.createSimpleEdge(nodes.get(link.from()), nodes.get(link.to())));
		}
		new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
		Map<Id, Place> places = new HashMap<>();
		nodes.forEach((id, node) -> places.put(id,
				new Place(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
		Map<Link, List<Spot>> routes = new HashMap<>();
		edges.forEach((link, edge) -> routes.put(link, route(edge)));
		return new Placement(places, routes, root.getWidth(), root.getHeight());
	}

	private boolean same(Topology topology, Placement before) {
		return topology.boxes().size() == before.places().size() && topology.links().size() == before.routes().size()
				&& topology.boxes().stream().allMatch(box -> before.places().containsKey(box.id())
						&& before.places().get(box.id()).width() == BoxText.width(box, lettering))
				&& topology.links().stream().allMatch(before.routes()::containsKey);
	}

	private static List<Box> inOrder(List<Box> boxes, Placement before) {
		Map<Id, Double> down = new HashMap<>();
		double last = 0;
		for (Box box : boxes) { // what is new stays beside what stands before it by name
			Place place = before.places().get(box.id());
			last = place == null ? last : place.y();
			down.put(box.id(), last);
		}
		return boxes.stream().sorted(Comparator.comparing((Box box) -> down.get(box.id()))).toList();
	}

	private static void options(ElkNode root) {
		root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
		root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
		root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
		root.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
		root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, true);
		root.setProperty(CoreOptions.SPACING_NODE_NODE, BESIDE);
		root.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, 2 * BESIDE);
		root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN);
		root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, LINES);
		root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, LINES / 2);
		root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
	}

	private static List<Spot> route(ElkEdge edge) {
		List<Spot> spots = new ArrayList<>();
		for (ElkEdgeSection section : edge.getSections()) {
			spots.add(new Spot(section.getStartX(), section.getStartY()));
			for (ElkBendPoint bend : section.getBendPoints()) {
				spots.add(new Spot(bend.getX(), bend.getY()));
			}
			spots.add(new Spot(section.getEndX(), section.getEndY()));
		}
		return spots;
	}
}
