package org.fleetdesk.demo;

import java.util.List;

/**
 * Two demo clusters, {@code demo-healthy} and {@code demo-troubled}, and the kubeconfig that leads to them. Starting takes
 * a second or two, for a month is simulated. Safe for any thread; to be closed.
 */
public final class DemoFleet implements AutoCloseable {

	private final List<DemoServer> servers;

	private DemoFleet(List<DemoServer> servers) {
		this.servers = List.copyOf(servers);
	}

	/** Starts both. */
	public static DemoFleet start() {
		return start(0);
	}

	/** Starts both, the healthy one with that many generated pods more. */
	public static DemoFleet start(int pods) {
		DemoServer healthy = DemoServer.healthy(pods);
		try {
			return new DemoFleet(List.of(healthy, DemoServer.troubled()));
		} catch (RuntimeException e) {
			healthy.close();
			throw e;
		}
	}

	public DemoServer healthy() {
		return servers.get(0);
	}

	public DemoServer troubled() {
		return servers.get(1);
	}

	/** A kubeconfig with a context for each; it holds their tokens, which are worth nothing when they are closed. */
	public String kubeconfig() {
		StringBuilder clusters = new StringBuilder();
		StringBuilder users = new StringBuilder();
		StringBuilder contexts = new StringBuilder();
		for (DemoServer server : servers) {
			clusters.append("- name: ").append(server.name()).append("\n  cluster:\n    server: ").append(server.uri())
					.append("\n    certificate-authority-data: ").append(server.certificateData()).append('\n');
			users.append("- name: ").append(server.name()).append("\n  user:\n    token: ").append(server.token())
					.append('\n');
			contexts.append("- name: ").append(server.name()).append("\n  context:\n    cluster: ")
					.append(server.name())
					.append("\n    user: ").append(server.name()).append("\n    namespace: shop\n");
		}
		return "# Fleetdesk's demo clusters: simulated on this computer, gone when their program ends.\n"
				+ "apiVersion: v1\nkind: Config\ncurrent-context: demo-healthy\nclusters:\n" + clusters + "contexts:\n"
				+ contexts + "users:\n" + users;
	}

	@Override
	public void close() {
		servers.forEach(DemoServer::close);
	}
}
