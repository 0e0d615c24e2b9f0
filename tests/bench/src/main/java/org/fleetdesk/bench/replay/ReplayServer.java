package org.fleetdesk.bench.replay;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays any number of clusters over HTTP on the loopback, each below a path of its own (/c1, /c2 …), well enough for
 * kubectl and for Fleetdesk: discovery; pods, nodes and events of a realistic size as JSON, Table or protobuf, in pages
 * or in one; watches with bookmarks, and changes of pods at any rate, told to every watch. Requests below /bench/cN steer
 * it: rate?n=1000, log, cut, compact, pace?n=1000000 (0: half open, -1: as fast as can be).
 */
public final class ReplayServer implements AutoCloseable {
	private static final int CONNECTIONS = 256;

	private final ServerSocket socket;
	private final List<PlayedCluster> clusters = new ArrayList<>();

	/** How many objects each cluster has. */
	public record Size(int clusters, int pods, int nodes, int events, String sample) {
	}

	/** A server on a free port; {@link #run} answers. */
	public ReplayServer(Size size) throws IOException {
		socket = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
		Kind pods = new Kind("Pod", "pods", true, size.sample());
		Kind nodes = new Kind("Node", "nodes", false, "");
		Kind events = new Kind("Event", "events", true, "");
		for (int i = 0; i < size.clusters(); i++) {
			Map<Kind, Integer> counts = new LinkedHashMap<>();
			counts.put(pods, size.pods());
			counts.put(nodes, size.nodes());
			counts.put(events, size.events());
			clusters.add(new PlayedCluster(counts));
		}
	}

	/** A kubeconfig of all its clusters: contexts c1, c2 … */
	public String kubeconfig() {
		StringBuilder clusterEntries = new StringBuilder();
		StringBuilder contexts = new StringBuilder();
		for (int i = 1; i <= clusters.size(); i++) {
			clusterEntries.append("- {name: c%d, cluster: {server: \"http://127.0.0.1:%d/c%d\"}}\n".formatted(i,
					socket.getLocalPort(), i));
			contexts.append("- {name: c%d, context: {cluster: c%d, user: nobody}}\n".formatted(i, i));
		}
		return "apiVersion: v1\nkind: Config\ncurrent-context: c1\nclusters:\n" + clusterEntries + "contexts:\n"
				+ contexts
				+ "users:\n- {name: nobody, user: {}}\n";
	}

	/** Answers until it is closed. */
	public void run() {
		try {
			while (true) {
				Socket connection = socket.accept();
				connection.setTcpNoDelay(true);
				Thread.ofVirtual().start(() -> serve(connection));
			}
		} catch (IOException closed) {
			return; // nobody asks any more
		}
	}

	private void serve(Socket connection) {
		try (connection; InputStream in = new BufferedInputStream(connection.getInputStream())) {
			for (Request next = Request.read(in); next != null; next = Request.read(in)) {
				Asked asked = asked(next);
				PlayedCluster cluster = asked.cluster();
				PlayedCluster.Answer answer = asked.steers()
						? steered(cluster, asked.rest(), next)
						: cluster.answer(asked.rest(), next);
				OutputStream out = connection.getOutputStream();
				if (!asked.steers()) {
					out = cluster.paced(out);
				}
				out.write(("HTTP/1.1 " + answer.status() + " -\r\nContent-Type: " + answer.type()
						+ "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(US_ASCII));
				Chunks chunks = new Chunks(out);
				answer.body().write(chunks);
				chunks.end();
			}
		} catch (IOException e) {
			return; // whoever asked has gone
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private record Asked(PlayedCluster cluster, String rest, boolean steers) {
	}

	private Asked asked(Request request) {
		boolean bench = request.path().startsWith("/bench/");
		String path = bench ? request.path().substring("/bench".length()) : request.path();
		int slash = path.indexOf('/', 1);
		PlayedCluster cluster = clusters
				.get(Integer.parseInt(slash < 0 ? path.substring(2) : path.substring(2, slash)) - 1);
		return new Asked(cluster, slash < 0 ? "/" : path.substring(slash), bench);
	}

	private static PlayedCluster.Answer steered(PlayedCluster cluster, String order, Request request) {
		switch (order) {
			case "/rate" -> cluster.rate(request.number("n", 0));
			case "/pace" -> cluster.pace(request.number("n", -1));
			case "/cut" -> cluster.cut();
			case "/compact" -> cluster.pods().compact();
			default -> {
				String log = cluster.pods().log();
				return new PlayedCluster.Answer(200, "text/plain", out -> out.write(log.getBytes(UTF_8)));
			}
		}
		return PlayedCluster.json(200, "{}");
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}

	/** Plays so many clusters until it is killed: KUBECONFIG CLUSTERS PODS NODES EVENTS [SAMPLE]. */
	public static void main(String[] args) throws IOException {
		Size size = new Size(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]),
				Integer.parseInt(args[4]), args.length > 5 ? args[5] : "8k");
		try (ReplayServer server = new ReplayServer(size)) {
			Path file = Path.of(args[0]);
			Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), server.kubeconfig());
			Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
			server.run();
		}
	}
}
