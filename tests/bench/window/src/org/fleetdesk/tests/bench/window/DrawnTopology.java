package org.fleetdesk.tests.bench.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Relation.Form;
import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Edge;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.topology.Topology;
import org.fleetdesk.ui.table.Palette;
import org.fleetdesk.ui.topology.Lettering;
import org.fleetdesk.ui.topology.Placement;
import org.fleetdesk.ui.topology.TopologyLayout;
import org.fleetdesk.ui.topology.TopologyPainter;

/**
 * Lays out and draws a namespace of applications, pods not folded, again and again: OBJECTS. Each application has an Ingress, a
 * Service, a Deployment, a ReplicaSet, four pods, a ConfigMap and a Secret. Prints milliseconds.
 */
public final class DrawnTopology {
	private static final int ROUNDS = 5;
	private static final int PODS = 4;

	private final Map<Id, Node> nodes = new LinkedHashMap<>();
	private final List<Edge> edges = new ArrayList<>();

	private DrawnTopology(int objects) {
		for (int number = 0; nodes.size() < objects; number++) {
			application("app-" + number);
		}
	}

	/** Runs it. */
	public static void main(String[] args) {
		RelationGraph graph = new DrawnTopology(Integer.parseInt(args[0])).graph();
		Display display = new Display();
		Palette palette = new Palette(new RGB(255, 255, 255), new RGB(0, 0, 0));
		Shell shell = new Shell(display);
		Lettering lettering = Lettering.of(shell);
		double[][] millis = new double[3][ROUNDS];
		for (int round = -1; round < ROUNDS; round++) {
			long begun = System.nanoTime();
			Topology topology = Topology.of(graph, new Topology.View(Optional.empty(), "", false, Set.of()));
			Placement placement = new TopologyLayout(lettering).place(topology, Placement.NOTHING);
			long placed = System.nanoTime();
			new TopologyPainter(topology, placement, palette, Optional.empty()).image(display);
			long drawn = System.nanoTime();
			if (round < 0) {
				WatchedTable.print("first", (drawn - begun) / 1e6);
			} else {
				millis[0][round] = (placed - begun) / 1e6;
				millis[1][round] = (drawn - placed) / 1e6;
				millis[2][round] = (drawn - begun) / 1e6;
			}
		}
		String[] names = {"layout", "draw", "both"};
		for (int i = 0; i < names.length; i++) {
			Arrays.sort(millis[i]);
			WatchedTable.print(names[i], millis[i][ROUNDS / 2]);
		}
		System.exit(0);
	}

	private RelationGraph graph() {
		return new RelationGraph("bench", nodes, edges, List.of(), false);
	}

	private Id node(String kind, String type, String name) {
		Id id = new Id(KindKey.parse(kind), "bench", name);
		nodes.put(id, new Node(id, type, name, Presence.THERE, Optional.of(Health.HEALTHY), "", Optional.empty()));
		return id;
	}

	private void application(String name) {
		Id ingress = node("ingresses.networking.k8s.io", "Ingress", name);
		Id service = node("services", "Service", name);
		Id deployment = node("deployments.apps", "Deployment", name);
		Id set = node("replicasets.apps", "ReplicaSet", name + "-7c9f8d");
		Id settings = node("configmaps", "ConfigMap", name + "-settings");
		Id secret = node("secrets", "Secret", name + "-key");
		edges.add(new Edge(ingress, service, "routes to", Form.NAME));
		edges.add(new Edge(deployment, set, "owns", Form.OWNER));
		for (int i = 0; i < PODS; i++) {
			Id pod = node("pods", "Pod", name + "-7c9f8d-" + i);
			edges.add(new Edge(set, pod, "owns", Form.OWNER));
			edges.add(new Edge(service, pod, "selects", Form.SELECTOR));
			edges.add(new Edge(pod, settings, "mounts", Form.NAME));
			edges.add(new Edge(pod, secret, "mounts", Form.NAME));
		}
	}
}
