package org.fleetdesk.bench;

import java.nio.file.Files;
import java.nio.file.Path;

import org.fleetdesk.core.live.ListModel;

/**
 * Holds all pods, nodes and events of all clusters of a kubeconfig as live lists: KUBECONFIG PODS NODES EVENTS, the numbers
 * over all clusters. Prints how long that took, what the heap holds and what the process has.
 */
public final class HoldClusters {
	private HoldClusters() {
	}

	/** Runs it. */
	public static void main(String[] args) throws Exception {
		try (Desk desk = new Desk(Path.of(args[0]));
				ListModel pods = desk.list("pods");
				ListModel nodes = desk.list("nodes");
				ListModel events = desk.list("events")) {
			await(pods, args[1]);
			await(nodes, args[2]);
			await(events, args[3]);
			Desk.print("whole", Desk.uptime());
			Desk.print("resident", resident("VmHWM") / 1024.0);
			Desk.print("heap", Desk.held() / 1048576.0);
			Desk.print("rows", pods.content().total() + nodes.content().total() + events.content().total());
		}
		System.exit(0);
	}

	private static void await(ListModel list, String rows) throws InterruptedException {
		int wanted = Integer.parseInt(rows);
		list.await(content -> content.total() == wanted && Desk.live(content));
	}

	private static long resident(String field) throws java.io.IOException {
		return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith(field + ":"))
				.mapToLong(l -> Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElseThrow();
	}
}
