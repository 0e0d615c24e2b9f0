package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers behind an HTTP proxy, which alone knows where they are. */
@OnEveryServer
class BehindProxyTest extends Check {

	private Proxy proxy;

	BehindProxyTest(Server server) {
		super(server);
	}

	/** Takes CONNECT and leads every name to one server. */
	private static final class Proxy implements AutoCloseable {
		private final List<String> asked = new CopyOnWriteArrayList<>();
		private final List<Socket> through = new CopyOnWriteArrayList<>();
		private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		private final URI server;

		Proxy(URI server) throws IOException {
			this.server = server;
			Thread.startVirtualThread(this::accept);
		}

		private void accept() {
			try {
				while (true) {
					Socket client = socket.accept();
					through.add(client);
					Thread.startVirtualThread(() -> serve(client));
				}
			} catch (IOException e) {
				assertThat(socket.isClosed()).isTrue();
			}
		}

		private void serve(Socket client) {
			try (client; Socket to = new Socket(server.getHost(), server.getPort())) {
				StringBuilder head = new StringBuilder();
				while (head.indexOf("\r\n\r\n") < 0) {
					head.append((char) client.getInputStream().read());
				}
				asked.add(head.substring(0, head.indexOf(" HTTP/")));
				client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
				Thread.startVirtualThread(() -> pass(client, to));
				to.getInputStream().transferTo(client.getOutputStream());
			} catch (IOException e) {
				through.remove(client);
			}
		}

		private static void pass(Socket from, Socket to) {
			try (InputStream in = from.getInputStream()) {
				in.transferTo(to.getOutputStream());
				to.shutdownOutput();
			} catch (IOException e) {
				Thread.currentThread().interrupt();
			}
		}

		URI uri() {
			return URI.create("http://127.0.0.1:" + socket.getLocalPort());
		}

		/** Cuts off whoever is connected. */
		void cut() throws IOException {
			for (Socket client : through) {
				client.close();
			}
		}

		@Override
		public void close() throws IOException {
			socket.close();
			cut();
		}
	}

	@BeforeEach
	void open() throws IOException {
		proxy = new Proxy(server.context(server.admin()).server().url());
	}

	@AfterEach
	void close() throws IOException {
		proxy.close();
	}

	private Connection connection(KubeContext context, URI url, Optional<URI> proxyUrl,
			Map<String, String> environment) {
		KubeServer real = context.server();
		KubeServer behind = new KubeServer(real.name(), url, real.authority(), real.insecure(), real.tlsServerName(),
				proxyUrl);
		return closing(new HttpConnector((c, exec) -> true, environment, InstantSource.system()).connect(
				new KubeContext(context.name(), context.source(), behind, context.user(), context.namespace())));
	}

	@Test
	void aWatchThroughTheProxyOfTheKubeconfigSurvivesACutTunnel() throws Exception {
		KubeContext admin = server.context(server.admin());
		Connection connection = connection(admin, admin.server().url(), Optional.of(proxy.uri()), Map.of());
		Sandbox sandbox = sandbox();
		LiveTable table = live(connection.reader(),
				new Scope(type("configmaps"), sandbox.namespace, "contract=yes", ""));
		table.await(State.LIVE);
		sandbox.create("before");
		table.awaitRow("before");
		int tunnels = proxy.asked.size();
		proxy.cut();
		sandbox.create("after");
		table.awaitRow("after");
		table.awaitRow("before");
		assertThat(table.blanks()).isZero();
		assertThat(proxy.asked).hasSizeGreaterThan(tunnels)
				.containsOnly("CONNECT " + admin.server().url().getAuthority());
	}

	@Test
	void aNameThatOnlyTheProxyKnowsIsNotLookedUpHere() throws Exception {
		Assumptions.assumeTrue(server.has("server-name"), "a server with another name in its certificate");
		KubeContext named = server.context("server-name");
		URI hidden = URI.create("https://hidden.fleetdesk.test:6443");
		for (Connection connection : List.of(connection(named, hidden, Optional.of(proxy.uri()), Map.of()),
				connection(named, hidden, Optional.empty(), Map.of("HTTPS_PROXY", proxy.uri().toString())))) {
			proxy.asked.clear();
			assertThat(list(connection.reader(), scope("pods", "team-a"), ListOptions.ALL).rows).isNotEmpty();
			assertThat(proxy.asked).contains("CONNECT hidden.fleetdesk.test:6443");
		}
	}
}
