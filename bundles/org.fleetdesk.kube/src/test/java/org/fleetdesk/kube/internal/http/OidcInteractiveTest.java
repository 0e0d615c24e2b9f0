package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestContexts.LIMITS;
import static org.fleetdesk.kube.internal.http.TestContexts.YES;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.login.LoginOffer;
import org.fleetdesk.kube.login.Logins;
import org.fleetdesk.kube.login.RefreshTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins by a person: here a client of HTTP is the browser. */
class OidcInteractiveTest {

	private final BlockingQueue<LoginOffer> offers = new LinkedBlockingQueue<>();
	private final AtomicInteger shown = new AtomicInteger();
	private final Kept kept = new Kept();
	private final HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
	private TestIssuer issuer;
	private TestServer server;

	private static final class Kept extends HashMap<String, String> implements RefreshTokens {
		private static final long serialVersionUID = 1L;

		@Override
		public Optional<String> find(String login) {
			return Optional.ofNullable(get(login));
		}

		@Override
		public void keep(String login, String token) {
			put(login, token);
		}
	}

	@BeforeEach
	void start() throws IOException {
		issuer = new TestIssuer(null, InstantSource.system());
		server = new TestServer(null, false, e -> TestServer.answer(e, 200, "application/json",
				String.valueOf(e.getRequestHeaders().getFirst("Authorization"))));
	}

	@AfterEach
	void stop() {
		issuer.close();
		server.close();
		assertThat(shown).as("what is still shown").hasValue(0);
	}

	private OkHttpTransport transport() {
		KubeContext context = context("server: \"" + server.url() + "\"",
				"auth-provider: {name: oidc, config: {idp-issuer-url: '" + issuer.url()
						+ "', client-id: fleet, client-secret: 's3 cret&'}}");
		Logins logins = new Logins(offer -> {
			shown.incrementAndGet();
			offers.add(offer);
			return shown::decrementAndGet;
		}, kept, notice -> {
			throw new AssertionError(notice);
		});
		InstantSource clock = InstantSource.system();
		return new OkHttpTransport(context, YES, Map.of(), clock, LIMITS,
				new OidcSessions(logins, Map.of(), clock, LIMITS));
	}

	private static CompletableFuture<String> asking(OkHttpTransport transport) {
		return CompletableFuture.supplyAsync(() -> {
			try {
				return get(transport, "/x");
			} catch (IOException | InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private HttpResponse<String> browse(URI page) throws Exception {
		return browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
	}

	private void refused(CompletableFuture<String> answer, String said) {
		assertThatThrownBy(answer::get).cause().isInstanceOf(Unauthenticated.class)
				.hasMessageStartingWith("test: the login at " + issuer.url() + " failed: ").hasMessageContaining(said);
	}

	@Test
	void aBrowserLogsIn() throws Exception {
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<String> answer = asking(transport);
			LoginOffer offer = offers.take();
			assertThat(offer.cluster()).isEqualTo("test");
			assertThat(offer.issuer()).hasToString(issuer.url());
			assertThat(offer.page().orElseThrow().toString()).contains("scope=openid+offline_access")
					.contains("code_challenge_method=S256");
			HttpResponse<String> page = browse(offer.page().get());
			assertThat(page.body()).contains("You are logged in");
			assertThat(answer.get()).startsWith("Bearer ey");
			assertThat(get(transport, "/x")).isEqualTo(answer.get());
		}
		assertThat(kept.values()).containsExactlyElementsOf(issuer.good);
		try (OkHttpTransport later = transport()) {
			assertThat(get(later, "/x")).as("by the kept token").startsWith("Bearer ey");
		}
		assertThat(offers).isEmpty();
		assertThat(kept.values()).as("the newest token").containsExactlyElementsOf(issuer.good);
	}

	@Test
	void anotherDeviceLogsIn() throws Exception {
		issuer.pending = 1;
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<String> answer = asking(transport);
			LoginOffer.Device device = offers.take().device().orElseThrow();
			assertThat(device.code()).isEqualTo("ABCD-EFGH");
			assertThat(device.page()).hasToString(issuer.url() + "/activate");
			assertThat(answer.get()).startsWith("Bearer ey");
		}
	}

	@Test
	void onePersonIsAskedOnceForAllWhoWait() throws Exception {
		try (OkHttpTransport transport = transport()) {
			List<CompletableFuture<String>> answers = new CopyOnWriteArrayList<>();
			for (int i = 0; i < 5; i++) {
				answers.add(asking(transport));
			}
			browse(offers.take().page().orElseThrow());
			for (CompletableFuture<String> answer : answers) {
				assertThat(answer.get()).isEqualTo(answers.getFirst().get());
			}
		}
		assertThat(offers).isEmpty();
	}

	@Test
	void whoCancelsIsAskedAgainOnlyOnDemand() throws Exception {
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<String> answer = asking(transport);
			offers.take().cancel().run();
			refused(answer, "was cancelled; refresh the cluster to try again.");
			refused(asking(transport), "was cancelled");
			assertThat(offers).isEmpty();
			transport.loginAgain();
			CompletableFuture<String> again = asking(transport);
			browse(offers.take().page().orElseThrow());
			assertThat(again.get()).startsWith("Bearer ey");
		}
	}

	@Test
	void strangersAtTheLoopbackPortChangeNothing() throws Exception {
		issuer.device = false;
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<String> answer = asking(transport);
			URI page = offers.take().page().orElseThrow();
			URI back = URI.create(page.toString().replaceFirst(".*redirect_uri=([^&]*).*", "$1").replace("%3A", ":")
					.replace("%2F", "/"));
			assertThat(browse(back.resolve("?code=evil&state=guess")).statusCode()).isEqualTo(404);
			assertThat(browse(back.resolve("/favicon.ico")).statusCode()).isEqualTo(404);
			try (Socket silent = new Socket(back.getHost(), back.getPort());
					Socket long_ = new Socket(back.getHost(), back.getPort())) {
				long_.getOutputStream().write("x".repeat(9000).getBytes());
				assertThat(silent.isConnected()).isTrue();
				browse(page);
				assertThat(answer.get()).startsWith("Bearer ey");
			}
		}
	}

	@Test
	void aLoginThatIsRefusedThereIsNamed() throws Exception {
		issuer.device = false;
		issuer.faults.put("/authorize", e -> {
			String query = e.getRequestURI().getRawQuery();
			e.getResponseHeaders().set("Location",
					query.replaceFirst(".*redirect_uri=([^&]*).*", "$1").replace("%3A", ":").replace("%2F", "/")
							+ "?error=access_denied&" + query.replaceFirst(".*(state=[^&]*).*", "$1"));
			e.sendResponseHeaders(302, -1);
			e.close();
		});
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<String> answer = asking(transport);
			assertThat(browse(offers.take().page().orElseThrow()).body()).contains("The login failed");
			refused(answer, "the login was refused there");
		}
	}

	@Test
	void aTokenOfAnotherLoginIsRefused() throws Exception {
		issuer.device = false;
		issuer.claims.put("nonce", "another");
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<String> answer = asking(transport);
			browse(offers.take().page().orElseThrow());
			refused(answer, "belongs to another login");
		}
	}

	@Test
	void nobodyWithinTheTimeLimitIsNamed() throws Exception {
		issuer.page = false;
		issuer.faults.put("/device", e -> {
			e.getRequestBody().readAllBytes();
			TestServer.answer(e, 200, "application/json", "{\"device_code\":\"d\",\"user_code\":\"AB\","
					+ "\"verification_uri\":\"https://i/a\",\"interval\":1,\"expires_in\":2}");
		});
		try (OkHttpTransport transport = transport()) {
			refused(asking(transport), "nobody logged in within the time limit");
		}
		assertThat(offers.take().page()).isEmpty();
	}

	@Test
	void aLoginThatWaitsCanBeInterrupted() throws Exception {
		try (OkHttpTransport transport = transport()) {
			CompletableFuture<Throwable> ended = new CompletableFuture<>();
			Thread waiting = Thread.ofVirtual().start(() -> {
				try {
					get(transport, "/x");
				} catch (Exception e) {
					ended.complete(e);
				}
			});
			offers.take();
			waiting.interrupt();
			assertThat(ended.get()).isInstanceOf(InterruptedException.class);
		}
	}
}
