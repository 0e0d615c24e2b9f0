package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestContexts.YES;
import static org.fleetdesk.kube.internal.http.TestContexts.base64;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;
import static org.fleetdesk.kube.internal.http.TestContexts.transport;
import static org.fleetdesk.kube.internal.http.TestContexts.trusting;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers behind proxies, which alone know the server's name. */
class ProxyTest {

	private static TestAuthority authority;

	@BeforeAll
	static void certificates() throws Exception {
		authority = new TestAuthority("CA");
	}

	/** An HTTP CONNECT and SOCKS5 proxy that leads every name to one port on loopback. */
	private static final class Proxy implements AutoCloseable {
		final List<String> asked = new CopyOnWriteArrayList<>();
		private final ServerSocket socket;
		private final int target;
		private final String answer;

		Proxy(int target, String answer) throws IOException {
			this(target, answer, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
		}

		Proxy(int target, String answer, ServerSocket socket) {
			this.socket = socket;
			this.target = target;
			this.answer = answer;
			Thread.startVirtualThread(this::accept);
		}

		private void accept() {
			try {
				while (true) {
					Socket client = socket.accept();
					Thread.startVirtualThread(() -> serve(client));
				}
			} catch (IOException e) {
				assertThat(socket.isClosed()).isTrue();
			}
		}

		private void serve(Socket client) {
			try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
				DataInputStream in = new DataInputStream(client.getInputStream());
				OutputStream out = client.getOutputStream();
				int first = in.read();
				if (first == 5) {
					socksLogin(in, out, in.readNBytes(in.read()));
					in.skipNBytes(4);
					byte[] name = in.readNBytes(in.read());
					asked.add(new String(name, StandardCharsets.US_ASCII) + ":" + in.readUnsignedShort());
					out.write(new byte[]{5, (byte) (answer.equals("rules") ? 2 : 0), 0, 1, 0, 0, 0, 0, 0, 0});
				} else {
					StringBuilder head = new StringBuilder().append((char) first);
					while (head.indexOf("\r\n\r\n") < 0) {
						head.append((char) in.read());
					}
					asked.add(head.toString());
					out.write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
					if (!answer.startsWith("200")) {
						return;
					}
				}
				Thread.startVirtualThread(() -> copy(in, server));
				server.getInputStream().transferTo(out);
			} catch (IOException e) {
				asked.add("closed");
			}
		}

		/** "u:p" is who may pass, if anybody has to say who they are. */
		private void socksLogin(DataInputStream in, OutputStream out, byte[] methods) throws IOException {
			if (methods.length < 2) {
				out.write(new byte[]{5, (byte) (answer.equals("password") ? 0xFF : 0)});
				return;
			}
			out.write(new byte[]{5, 2});
			in.read();
			String user = new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
			String login = user + ":" + new String(in.readNBytes(in.read()), StandardCharsets.UTF_8);
			asked.add(login);
			out.write(new byte[]{1, (byte) (login.equals("u:p+") ? 0 : 1)});
		}

		private static void copy(InputStream from, Socket to) {
			try {
				from.transferTo(to.getOutputStream());
				to.shutdownOutput();
			} catch (IOException e) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		public void close() throws IOException {
			socket.close();
		}
	}

	private static TestServer server() throws Exception {
		return new TestServer(authority.context(authority.server("api.example")), false, TestServer::ok);
	}

	private static String entry(String scheme, String login, Proxy proxy) {
		return trusting("https://api.example:6443", authority) + ", proxy-url: \"" + scheme + "://" + login
				+ "127.0.0.1:" + proxy.socket.getLocalPort() + "\"";
	}

	@Test
	void httpWithAndWithoutPassword() throws Exception {
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), "200 OK")) {
			assertThat(get(context(entry("http", "", proxy), "token: t"))).isEqualTo("{}");
			assertThat(proxy.asked.get(0)).startsWith("CONNECT api.example:6443 ").doesNotContain("Authorization");
			assertThat(get(context(entry("http", "u:p%2B@", proxy), ""))).isEqualTo("{}");
			assertThat(proxy.asked)
					.anyMatch(a -> a.contains("Proxy-Authorization: Basic " + base64("u:p+".getBytes())));
		}
	}

	@Test
	void socks5() throws Exception {
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), "")) {
			assertThat(get(context(entry("socks5", "", proxy), ""))).isEqualTo("{}");
			assertThat(proxy.asked).contains("api.example:6443");
		}
	}

	@Test
	void socks5WithPassword() throws Exception {
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), "password")) {
			assertThat(get(context(entry("socks5", "u:p%2B@", proxy), ""))).isEqualTo("{}");
			assertThat(proxy.asked).contains("u:p+", "api.example:6443");
			unreachable(entry("socks5", "u:CANARY@", proxy), "does not take the user name and password in proxy-url");
			unreachable(entry("socks5", "", proxy), "does not take the user name and password in proxy-url, or wants");
		}
	}

	private static void unreachable(String entry, String sentence) {
		assertThatThrownBy(() -> get(context(entry, ""))).isInstanceOf(Unreachable.class)
				.hasMessageStartingWith("test: ").hasMessageContaining(sentence).hasMessageNotContaining("CANARY");
	}

	private static ServerSocket secure(TestAuthority by) throws Exception {
		return by.context(by.server("127.0.0.1")).getServerSocketFactory().createServerSocket(0, 50,
				InetAddress.getLoopbackAddress());
	}

	@Test
	void aProxyIsSpokenToInTlsAndWhatGoesThroughItHasAnotherOfItsOwn() throws Exception {
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), "200 OK", secure(authority))) {
			assertThat(get(context(entry("https", "u:p%2B@", proxy), "token: CANARY"))).isEqualTo("{}");
			assertThat(proxy.asked.get(0)).startsWith("CONNECT api.example:6443 ").doesNotContain("CANARY")
					.contains("Proxy-Authorization: Basic " + base64("u:p+".getBytes()));
		}
	}

	@Test
	void aProxyWhoseCertificateIsBadIsNotTrusted() throws Exception {
		TestAuthority other = new TestAuthority("Other");
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), "200 OK", secure(other))) {
			assertThatThrownBy(() -> get(context(entry("https", "", proxy), ""))).isInstanceOf(Untrusted.class)
					.hasMessageContaining("the proxy 127.0.0.1 is not trusted: the server's certificate "
							+ "(CN=server, issued by CN=Other) is not signed by an authority that this computer knows");
			assertThat(proxy.asked).noneMatch(a -> a.contains("CONNECT"));
		}
	}

	@Test
	void theServerIsCheckedUnderItsOwnNameThroughEveryProxy() throws Exception {
		try (TestServer server = server();
				Proxy proxy = new Proxy(server.port(), "200 OK");
				Proxy secure = new Proxy(server.port(), "200 OK", secure(authority))) {
			for (String entry : List.of(entry("http", "", proxy), entry("socks5", "", proxy),
					entry("https", "", secure))) {
				String moved = entry.replace("api.example", "lb.example");
				assertThatThrownBy(() -> get(context(moved, ""))).isInstanceOf(Untrusted.class)
						.hasMessageContaining("is for api.example and not for lb.example");
				assertThat(get(context(moved + ", tls-server-name: api.example", ""))).isEqualTo("{}");
			}
		}
	}

	@Test
	void aSocksProxyThatRefusesOrIsNoneIsSaid() throws Exception {
		try (TestServer server = server();
				Proxy rules = new Proxy(server.port(), "rules");
				Proxy web = new Proxy(server.port(), "400 Bad Request")) {
			unreachable(entry("socks5", "", rules), "does not connect to api.example:6443: its rules do not allow it");
			assertThat(rules.asked).contains("api.example:6443");
			unreachable(entry("http", "", web), "refuses to connect to https://api.example:6443 (HTTP 400)");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"http | garbage | it does not answer in HTTP",
			"http | '' | has not answered for 5 s", "socks5 | garbage | does not answer as a SOCKS5 proxy",
			"socks5 | '' | it accepts connections but has not answered"})
	void aProxyThatHangsOrAnswersGarbageIsSaid(String scheme, String answer, String sentence) throws Exception {
		try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.startVirtualThread(() -> {
				try {
					while (true) {
						Socket client = listening.accept();
						client.getOutputStream().write((answer + "\r\n\r\n").substring(answer.isEmpty() ? 4 : 0)
								.getBytes(StandardCharsets.US_ASCII));
					}
				} catch (IOException e) {
					assertThat(listening.isClosed()).isTrue();
				}
			});
			String entry = trusting("https://api.example", authority) + ", proxy-url: \"" + scheme + "://u:CANARY@"
					+ "127.0.0.1:" + listening.getLocalPort() + "\"";
			unreachable(entry, sentence);
		}
	}

	@Test
	void theEnvironmentNamesTheProxy() throws Exception {
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), "200 OK")) {
			Map<String, String> environment = Map.of("https_proxy", "127.0.0.1:" + proxy.socket.getLocalPort());
			try (OkHttpTransport transport = transport(context(trusting("https://api.example", authority), ""), YES,
					environment, InstantSource.system())) {
				assertThat(get(transport, "/")).isEqualTo("{}");
			}
			assertThat(proxy.asked.get(0)).startsWith("CONNECT api.example:443 ");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"403 Forbidden | refuses to connect to https://api.example:6443 (HTTP 403)",
			"407 Proxy Authentication Required | does not take the user name and password in proxy-url"})
	void aProxyThatRefusesIsSaid(String answer, String sentence) throws Exception {
		try (TestServer server = server(); Proxy proxy = new Proxy(server.port(), answer)) {
			assertThatThrownBy(() -> get(context(entry("http", "u:CANARY@", proxy), "")))
					.isInstanceOf(Unreachable.class).hasMessageContaining("the proxy 127.0.0.1:")
					.hasMessageContaining(sentence).hasMessageNotContaining("CANARY");
		}
	}

	@Test
	void aProxyThatIsAwayOrOfAnUnusableKindIsSaid() {
		assertThatThrownBy(() -> get(context("server: \"https://api.example\", proxy-url: \"http://127.0.0.1:1\"", "")))
				.isInstanceOf(Unreachable.class)
				.hasMessageContaining("cannot reach https://api.example (through the proxy 127.0.0.1:1)");
		assertThatThrownBy(() -> {
			try (OkHttpTransport transport = transport(context("server: \"https://api.example\"", ""), YES,
					Map.of("HTTPS_PROXY", "ftp://p:1"), InstantSource.system())) {
				get(transport, "/");
			}
		}).isInstanceOf(Unreachable.class)
				.hasMessageContaining("the proxy p:1 cannot be used: it has to be one of http");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"localhost | '' | true", "127.0.0.7 | '' | true", "::1 | '' | true",
			"a.example | '' | false", "a.example | * | true", "a.example | example | true",
			"a.example | .example | true",
			"example | .example | false", "example | example | true", "aexample | example | false",
			"A.Example | 'x, a.example ' | true", "a.example | *.example | true", "10.1.2.3 | 10.0.0.0/8 | true",
			"11.1.2.3 | 10.0.0.0/8 | false", "10.1.2.3 | 10.1.2.3 | true", "a.example | a.example:6443 | true",
			"a.example | a.example:443 | false", "fd00::1 | fd00::/8 | true", "a.example | 10.0.0.0/99 | false"})
	void noProxyIsReadAsGoReadsIt(String host, String exceptions, boolean direct) {
		assertThat(Proxies.direct(host, 6443, exceptions)).isEqualTo(direct);
	}
}
