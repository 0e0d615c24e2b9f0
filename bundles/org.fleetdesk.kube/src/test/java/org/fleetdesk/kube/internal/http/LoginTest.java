package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestAuthority.DAY;
import static org.fleetdesk.kube.internal.http.TestContexts.base64;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;
import static org.fleetdesk.kube.internal.http.TestContexts.transport;
import static org.fleetdesk.kube.internal.http.TestContexts.trusting;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.TestAuthority.Issued;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;

/** Tokens, passwords, certificates. */
class LoginTest {

	private static void echo(HttpExchange exchange) throws IOException {
		TestServer.answer(exchange, 200, "application/json",
				String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
	}

	private static void subject(HttpExchange exchange) throws IOException {
		TestServer.answer(exchange, 200, "application/json",
				((HttpsExchange) exchange).getSSLSession().getPeerPrincipal().getName());
	}

	private static String url(TestServer server) {
		return "server: \"" + server.url() + "\"";
	}

	@Test
	void tokenAndBasicAndNobodyAreWhatTheServerSees() throws Exception {
		try (TestServer server = new TestServer(null, false, LoginTest::echo)) {
			assertThat(get(context(url(server), "token: abc"))).isEqualTo("Bearer abc");
			assertThat(get(context(url(server), "username: bob, password: 'p:w'")))
					.isEqualTo("Basic " + base64("bob:p:w".getBytes()));
			assertThat(get(context(url(server), "token: abc, username: bob, password: pw"))).isEqualTo("Bearer abc");
			assertThat(get(context(url(server), ""))).isEqualTo("null");
		}
	}

	/** API servers take no passwords any more: a proxy before one may, which asks on with a token of its own. */
	@Test
	void basicLoginThroughAProxyThatTakesIt() throws Exception {
		try (TestServer behind = new TestServer(null, false, LoginTest::echo);
				TestServer front = new TestServer(null, false, e -> {
					boolean known = ("Basic " + base64("bob:p:w".getBytes()))
							.equals(e.getRequestHeaders().getFirst("Authorization"));
					var on = java.net.URI.create(behind.url() + "/").toURL().openConnection();
					on.setRequestProperty("Authorization", "Bearer of-the-proxy");
					TestServer.answer(e, known ? 200 : 401, "application/json",
							known ? new String(on.getInputStream().readAllBytes()) : "{}");
				})) {
			assertThat(get(context(url(front), "username: bob, password: 'p:w'"))).isEqualTo("Bearer of-the-proxy");
			assertThatThrownBy(() -> get(context(url(front), "username: bob, password: CANARY")))
					.isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("does not accept the user name and password in users[u] as a login")
					.hasMessageNotContaining("CANARY");
		}
	}

	@Test
	void impersonationIsSaidInHeaders() throws Exception {
		List<String> seen = new ArrayList<>();
		try (TestServer server = new TestServer(null, false, e -> {
			e.getRequestHeaders().forEach((name, values) -> {
				if (name.startsWith("Impersonate")) {
					values.forEach(v -> seen.add(name + "=" + v));
				}
			});
			seen.add(e.getRequestHeaders().getFirst("User-agent"));
			TestServer.ok(e);
		})) {
			get(context(url(server), "token: t, as: carol, as-uid: '7', as-groups: [a, b], "
					+ "as-user-extra: {example.com/Reason: [x, y]}"));
		}
		assertThat(seen).containsExactlyInAnyOrder("Impersonate-user=carol", "Impersonate-uid=7",
				"Impersonate-group=a", "Impersonate-group=b", "Impersonate-extra-example.com%2freason=x",
				"Impersonate-extra-example.com%2freason=y", "fleetdesk/0.1");
	}

	@Test
	void aTokenFileIsReadAgainEachMinuteAndWhenRefused(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("token"), "one\n");
		AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
		try (TestServer server = new TestServer(null, false, e -> {
			boolean bad = e.getRequestHeaders().getFirst("Authorization").equals("Bearer three");
			TestServer.answer(e, bad ? 401 : 200, "application/json", e.getRequestHeaders().getFirst("Authorization"));
		});
				OkHttpTransport transport = transport(context(url(server), "tokenFile: " + file), TestContexts.YES,
						Map.of(), now::get)) {
			assertThat(get(transport, "/")).isEqualTo("Bearer one");
			Files.writeString(file, "three");
			assertThat(get(transport, "/")).isEqualTo("Bearer one");
			now.set(Instant.EPOCH.plus(Duration.ofSeconds(61)));
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("does not accept the token in the file " + file + " (users[u].tokenFile)");
			Files.writeString(file, "four");
			assertThat(get(transport, "/")).isEqualTo("Bearer four");
			Files.delete(file);
			now.set(Instant.EPOCH.plus(Duration.ofHours(1)));
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("cannot log in: the file " + file + " (users[u].tokenFile) does not exist");
		}
	}

	@Test
	void aTokenThatIsNoWordIsRefusedHere() {
		assertThatThrownBy(() -> get(context("server: \"http://127.0.0.1:1\"", "token: \"CAN\\nARY\"")))
				.isInstanceOf(Unauthenticated.class)
				.hasMessage(
						"test: cannot log in: users[u].token holds characters that no token has; correct the kubeconfig.");
	}

	@ParameterizedTest
	@CsvSource({"RSA, false", "RSA, true", "EC, false", "EC, true", "Ed25519, true"})
	void clientCertificatesOfEveryKind(String algorithm, boolean pkcs8) throws Exception {
		TestAuthority authority = new TestAuthority("CA");
		Issued client = authority.issue("CN=alice", algorithm, DAY.negated(), DAY);
		try (TestServer server = new TestServer(authority.context(authority.server("127.0.0.1")), true,
				LoginTest::subject)) {
			assertThat(get(context(trusting(server.url(), authority),
					pair(client.certificatePem(), pkcs8 ? client.pkcs8Pem() : client.keyPem())))).isEqualTo("CN=alice");
		}
	}

	private static String pair(byte[] certificate, byte[] key) {
		return "client-certificate-data: " + base64(certificate) + ", client-key-data: " + base64(key);
	}

	/** Refuses in TLS and leaves the connection open, so that its reason is never lost to a broken connection. */
	private static void refuse(ServerSocket listening, SSLContext tls, CountDownLatch done) {
		while (!listening.isClosed()) {
			try (Socket plain = listening.accept();
					SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, false)) {
				secure.setUseClientMode(false);
				secure.setNeedClientAuth(true);
				assertThatThrownBy(secure::startHandshake).isInstanceOf(SSLException.class);
				done.countDown();
				plain.getInputStream().transferTo(OutputStream.nullOutputStream());
			} catch (IOException e) {
				assertThat(listening.isClosed()).isTrue();
			}
		}
	}

	@Test
	void aServerThatRefusesTheCertificateOrMissesItIsSaid() throws Exception {
		TestAuthority authority = new TestAuthority("CA");
		SSLContext tls = authority.context(authority.server("127.0.0.1"));
		Issued other = new TestAuthority("Other").issue("CN=mallory", "EC", DAY.negated(), DAY);
		CountDownLatch refused = new CountDownLatch(2);
		try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread.startVirtualThread(() -> refuse(listening, tls, refused));
			String server = trusting("https://127.0.0.1:" + listening.getLocalPort(), authority);
			assertThatThrownBy(() -> get(context(server, pair(other.certificatePem(), other.pkcs8Pem()))))
					.isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("the server refuses the client certificate CN=mallory");
			assertThatThrownBy(() -> get(context(server, ""))).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("wants a client certificate");
			refused.await();
		}
	}

	@Test
	void anExpiredClientCertificateIsSaid() throws Exception {
		TestAuthority authority = new TestAuthority("CA");
		Issued old = authority.issue("CN=old", "EC", DAY.multipliedBy(-2), DAY.negated());
		try (TestServer server = new TestServer(authority.context(authority.server("127.0.0.1")), false,
				e -> TestServer.answer(e, 401, "application/json", "{}"))) {
			assertThatThrownBy(
					() -> get(context(trusting(server.url(), authority), pair(old.certificatePem(), old.keyPem()))))
					.isInstanceOf(Unauthenticated.class).hasMessage("test: the client certificate CN=old expired on "
							+ old.certificate().getNotAfter().toInstant() + "; get a new one.");
		}
	}

	@Test
	void keysAndCertificatesThatCannotBeUsedAreNamed() throws Exception {
		TestAuthority authority = new TestAuthority("CA");
		Issued one = authority.issue("CN=one", "EC", DAY.negated(), DAY);
		Issued two = authority.issue("CN=two", "EC", DAY.negated(), DAY);
		String locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n";
		String damaged = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
		refused(pair(one.certificatePem(), two.keyPem()),
				"users[u].client-key-data is not the key of the certificate in users[u].client-certificate-data");
		refused(pair(one.certificatePem(), "junk".getBytes()), "users[u].client-key-data holds no PEM private key");
		refused(pair("junk".getBytes(), one.keyPem()), "users[u].client-certificate-data holds no PEM certificate");
		refused(pair(one.certificatePem(), locked.getBytes()), "users[u].client-key-data is locked with a password");
		refused(pair(one.certificatePem(), damaged.getBytes()), "users[u].client-key-data holds a damaged private key");
		refused("client-certificate: /no/c, client-key: /no/k",
				"the file /no/c (users[u].client-certificate) does not exist");
	}

	private static void refused(String user, String sentence) {
		KubeContext context = context("server: \"https://127.0.0.1:1\"", user);
		assertThatThrownBy(() -> get(context)).isInstanceOf(Unauthenticated.class)
				.hasMessageStartingWith("test: cannot log in: ").hasMessageContaining(sentence);
	}
}
