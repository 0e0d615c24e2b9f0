package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestContexts.YES;
import static org.fleetdesk.kube.internal.http.TestContexts.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.login.LoginPrompt;
import org.fleetdesk.kube.login.Logins;
import org.fleetdesk.kube.login.RefreshTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** ID tokens of a kubeconfig: used, renewed, written back; and issuers that misbehave. */
class OidcRefreshTest {

	private static final Limits SHORT = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(5));

	@TempDir
	Path folder;

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));
	private Limits limits = TestContexts.LIMITS;
	private final Map<String, Integer> refused = new ConcurrentHashMap<>();
	private final List<String> notices = new ArrayList<>();
	private TestIssuer issuer;
	private TestServer server;

	@BeforeEach
	void start() throws IOException {
		issuer = new TestIssuer(null, now::get);
		server = new TestServer(null, false, e -> {
			String token = String.valueOf(e.getRequestHeaders().getFirst("Authorization"));
			boolean no = refused.computeIfPresent(token, (t, n) -> n + 1) != null;
			TestServer.answer(e, no ? 401 : 200, "application/json", token);
		});
	}

	@AfterEach
	void stop() {
		issuer.close();
		server.close();
	}

	private Path kubeconfig(String tokens) throws IOException {
		return Files.writeString(folder.resolve("config"), """
				clusters: # mine
				- {name: c, cluster: {server: "%s"}}
				users:
				- name: u
				  user:
				    auth-provider:
				      config:
				        client-id: fleet   # public
				        client-secret: s3 cret&
				        idp-issuer-url: %s
				%s
				      name: oidc
				contexts:
				- {name: one, context: {cluster: c, user: u}}
				- {name: two, context: {cluster: c, user: u}}
				""".formatted(server.url(), issuer.url(), tokens.indent(8).stripTrailing()));
	}

	private static KubeContext context(Path file, String name) {
		return new KubeconfigReader().read(List.of(file)).contexts().stream().filter(c -> c.name().equals(name))
				.findFirst().orElseThrow();
	}

	private OidcSessions sessions() {
		return new OidcSessions(new Logins(LoginPrompt.NOBODY, RefreshTokens.NONE, notices::add), Map.of(), now::get,
				limits);
	}

	private OkHttpTransport transport(KubeContext context, OidcSessions sessions) {
		return new OkHttpTransport(context, YES, Map.of(), now::get, limits, sessions);
	}

	private OkHttpTransport transport(Path file) {
		return transport(context(file, "one"), sessions());
	}

	private static String both(String id, String refresh) {
		return "id-token: " + id + "\nrefresh-token: " + refresh;
	}

	@Test
	void aGoodTokenIsUsedAndTheIssuerNotAsked() throws Exception {
		String token = issuer.idToken(Duration.ofHours(1), "");
		issuer.close();
		try (OkHttpTransport transport = transport(kubeconfig(both(token, "r")))) {
			assertThat(get(transport, "/x")).isEqualTo("Bearer " + token);
		}
	}

	@Test
	void aTokenIsRenewedBeforeItExpiresAndWrittenBack() throws Exception {
		String token = issuer.idToken(Duration.ofHours(1), "");
		issuer.good.add("first");
		Path file = kubeconfig(both(token, "first"));
		String before = Files.readString(file);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		Path link = Files.createSymbolicLink(folder.resolve("link"), file);
		try (OkHttpTransport transport = transport(link)) {
			now.set(now.get().plus(Duration.ofSeconds(3530)));
			assertThat(get(transport, "/x")).isEqualTo("Bearer " + token);
			now.set(now.get().plus(Duration.ofSeconds(20)));
			String renewed = get(transport, "/x").substring(7);
			assertThat(renewed).isNotEqualTo(token);
			assertThat(get(transport, "/x")).isEqualTo("Bearer " + renewed);
			String next = issuer.good.iterator().next();
			assertThat(Files.readString(file)).isEqualTo(before.replace(token, renewed).replace("first", next));
		}
		assertThat(Files.isSymbolicLink(link)).isTrue();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
		assertThat(folder.toFile().list()).containsExactlyInAnyOrder("config", "link");
		assertThat(context(file, "one")).as("the cluster is the same one").isEqualTo(context(file, "one"));
		assertThat(notices).isEmpty();
	}

	@Test
	void manyWhoWaitAndManyClustersOfAUserAreOneRefresh() throws Exception {
		issuer.good.add("first");
		Path file = kubeconfig("refresh-token: first");
		OidcSessions sessions = sessions();
		try (OkHttpTransport one = transport(context(file, "one"), sessions);
				OkHttpTransport two = transport(context(file, "two"), sessions);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> answers = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				OkHttpTransport transport = i % 2 == 0 ? one : two;
				answers.add(threads.submit(() -> get(transport, "/x")));
			}
			for (Future<String> answer : answers) {
				assertThat(answer.get()).startsWith("Bearer ").isEqualTo(answers.getFirst().get());
			}
		}
		assertThat(issuer.asked).hasSize(1);
		assertThat(Files.readString(file)).contains("        id-token: ey");
	}

	@Test
	void aRefusedTokenIsRenewedOnce() throws Exception {
		String token = issuer.idToken(Duration.ofHours(1), "");
		issuer.good.add("first");
		refused.put("Bearer " + token, 0);
		try (OkHttpTransport transport = transport(kubeconfig(both(token, "first")))) {
			String renewed = get(transport, "/x");
			assertThat(renewed).isNotEqualTo("Bearer " + token);
			refused.put(renewed, 0);
			assertThatThrownBy(() -> get(transport, "/x")).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("does not accept the ID token of " + issuer.url());
			assertThat(refused).containsEntry(renewed, 1);
		}
		assertThat(issuer.asked).hasSize(1);
	}

	@Test
	void whatAnotherProgramWroteMeanwhileIsTaken() throws Exception {
		String token = issuer.idToken(Duration.ofHours(1), "");
		Path file = kubeconfig(both(token, "used-up"));
		try (OkHttpTransport transport = transport(file)) {
			assertThat(get(transport, "/x")).isEqualTo("Bearer " + token);
			now.set(now.get().plus(Duration.ofHours(2)));
			String theirs = issuer.idToken(Duration.ofHours(1), "");
			kubeconfig(both(theirs, "theirs"));
			assertThat(get(transport, "/x")).isEqualTo("Bearer " + theirs);
		}
		assertThat(issuer.asked).isEmpty();
	}

	@Test
	void aFileThatCannotBeWrittenIsSaidOnceAndTheLoginGoesOn() throws Exception {
		issuer.good.add("first");
		Path file = kubeconfig("refresh-token: first");
		Path lock = Files.createFile(folder.resolve("config.lock"));
		try (OkHttpTransport transport = transport(file)) {
			String token = get(transport, "/x");
			now.set(now.get().plus(Duration.ofHours(2)));
			assertThat(get(transport, "/x")).startsWith("Bearer ey").isNotEqualTo(token);
		}
		assertThat(notices).hasSize(1);
		assertThat(notices.getFirst()).contains(lock.toString(), issuer.url()).endsWith("until the program ends.");
		assertThat(Files.readString(file)).contains("refresh-token: first");
		assertThat(lock).exists();
	}

	@Test
	void withoutAnyoneToAskItSaysSoAndAsksNothingForIt() throws Exception {
		issuer.faults.put("/.well-known/openid-configuration", e -> {
			throw new AssertionError("asked");
		});
		try (OkHttpTransport transport = transport(kubeconfig("# none"))) {
			assertThatThrownBy(() -> get(transport, "/x")).isInstanceOf(Unauthenticated.class)
					.hasMessage(
							"one: the login at " + issuer.url() + " failed: somebody has to log in, and nobody can be "
									+ "asked here; log in once in the workbench or at a terminal.");
		}
		issuer.faults.clear();
		try (OkHttpTransport transport = transport(kubeconfig("refresh-token: old"))) {
			assertThatThrownBy(() -> get(transport, "/x")).hasMessageContaining("the earlier login is over");
		}
	}

	private static HttpHandler fault(String name) {
		return switch (name) {
			case "html" -> e -> TestServer.answer(e, 200, "text/html", "<html>CANARY</html>");
			case "500" -> e -> TestServer.answer(e, 500, "text/html", "CANARY");
			case "client" -> e -> TestIssuer.error(e, 401, "invalid_client");
			case "redirect" -> e -> {
				e.getResponseHeaders().set("Location", e.getRequestURI().toString());
				TestServer.answer(e, 302, "text/plain", "CANARY");
			};
			case "other" -> e -> TestServer.answer(e, 200, "application/json",
					"{\"issuer\": \"https://other\", \"token_endpoint\": \"https://other/t\"}");
			case "endless" -> OidcRefreshTest::endless;
			case "hang" -> e -> {
				// no answer
			};
			case "list" -> e -> TestServer.answer(e, 200, "application/json", "[\"CANARY\"]");
			case "none" -> e -> TestServer.answer(e, 200, "application/json", "{\"access_token\":\"CANARY\"}");
			case "garbage" -> e -> TestServer.answer(e, 200, "application/json", "{\"id_token\":\"CAN.ARY.CANARY\"}");
			default -> throw new IllegalArgumentException(name);
		};
	}

	private static void endless(HttpExchange exchange) throws IOException {
		exchange.sendResponseHeaders(200, 0);
		byte[] blanks = " ".repeat(64 << 10).getBytes();
		for (int i = 0; i < 1000; i++) {
			exchange.getResponseBody().write(blanks);
		}
	}

	@ParameterizedTest
	@CsvSource({"discovery, html, Unauthenticated, is not JSON", "discovery, 500, Unreachable, HTTP 500",
			"discovery, redirect, Unauthenticated, a redirect", "discovery, other, Unauthenticated, another issuer",
			"discovery, list, Unauthenticated, is not JSON", "discovery, endless, Unauthenticated, within 1 MB",
			"discovery, hang, Unreachable, not answered within 1 s", "token, html, Unauthenticated, is not JSON",
			"token, 500, Unreachable, HTTP 500", "token, client, Unauthenticated, invalid_client",
			"token, redirect, Unauthenticated, a redirect", "token, endless, Unauthenticated, within 1 MB",
			"token, hang, Unreachable, not answered within 1 s", "token, none, Unauthenticated, gave no ID token",
			"token, garbage, Unauthenticated, cannot be read"})
	void anIssuerThatMisbehavesIsNamed(String where, String what, String type, String said) throws Exception {
		issuer.good.add("first");
		limits = what.equals("hang") ? SHORT : limits;
		issuer.faults.put(where.equals("token") ? "/token" : "/.well-known/openid-configuration", fault(what));
		failure("first", type, said);
	}

	@ParameterizedTest
	@CsvSource({"iss, https://other, another issuer", "aud, other, another client", "azp, other, another client",
			"exp, 1000000000, clocks", "exp, soon, cannot be read"})
	void aWrongTokenIsNamed(String claim, String value, String said) throws Exception {
		issuer.good.add("first");
		issuer.claims.put(claim, value.matches("\\d+") ? (Object) Long.valueOf(value) : value);
		failure("first", "Unauthenticated", said);
	}

	private void failure(String refresh, String type, String said) throws Exception {
		Path file = kubeconfig("refresh-token: " + refresh);
		try (OkHttpTransport transport = transport(file)) {
			assertThatThrownBy(() -> get(transport, "/x")).isInstanceOfSatisfying(KubeException.class, e -> {
				assertThat(e.getClass().getSimpleName()).isEqualTo(type);
				assertThat(e).hasMessageStartingWith("one: the login at " + issuer.url() + " failed: ")
						.hasMessageContaining(said).hasMessageNotContaining("CANARY");
			});
		}
		assertThat(Files.readString(file)).contains("refresh-token: " + refresh);
	}

	@Test
	void anIssuerThatIsAwayOrUntrustedIsNamed() throws Exception {
		TestAuthority authority = new TestAuthority("Login CA");
		Path file = kubeconfig("refresh-token: first");
		String away = issuer.url();
		issuer.close();
		try (OkHttpTransport transport = transport(file)) {
			assertThatThrownBy(() -> get(transport, "/x")).isInstanceOf(KubeException.Unreachable.class)
					.hasMessageContaining(away).hasMessageContaining("refused");
		}
		try (TestIssuer secure = new TestIssuer(authority.context(authority.server("127.0.0.1")), now::get)) {
			secure.good.add("first");
			Path untrusting = Files.writeString(file, Files.readString(file).replace(away, secure.url()));
			try (OkHttpTransport transport = transport(untrusting)) {
				assertThatThrownBy(() -> get(transport, "/x")).isInstanceOf(KubeException.Untrusted.class)
						.hasMessageContaining("CN=Login CA");
			}
			Path trusting = kubeconfig("refresh-token: first\nidp-certificate-authority-data: "
					+ TestContexts.base64(TestAuthority.pem(authority.certificate)));
			Files.writeString(trusting, Files.readString(trusting).replace(away, secure.url()));
			try (OkHttpTransport transport = transport(trusting)) {
				assertThat(get(transport, "/x")).startsWith("Bearer ey");
			}
		}
	}

	@Test
	void aLoginThatHangsCanBeInterrupted() throws Exception {
		issuer.faults.put("/token", fault("hang"));
		try (OkHttpTransport transport = new OkHttpTransport(context(kubeconfig("refresh-token: first"), "one"), YES,
				Map.of(), now::get, Limits.USUAL);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var result = new java.util.concurrent.CompletableFuture<Throwable>();
			Thread waiting = Thread.ofVirtual().start(() -> {
				try {
					get(transport, "/x");
				} catch (Exception e) {
					result.complete(e);
				}
			});
			waiting.interrupt();
			assertThat(result.get()).isInstanceOf(InterruptedException.class);
		}
	}
}
