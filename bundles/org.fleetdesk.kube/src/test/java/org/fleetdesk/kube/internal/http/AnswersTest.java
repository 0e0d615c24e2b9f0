package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fleetdesk.kube.internal.http.TestContexts.call;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;
import static org.fleetdesk.kube.internal.http.TestContexts.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Throttled;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.internal.http.Transport.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers answer, and when they do not. */
class AnswersTest {

	private static final String STATUS = """
			{"kind":"Status","apiVersion":"v1","status":"Failure","message":"%s","reason":"%s","code":%d,
			 "details":{"retryAfterSeconds":7}}""";

	private static KubeContext at(String url) {
		return context("server: \"" + url + "\"", "token: CANARY");
	}

	private static KubeException failure(TestServer server) {
		return catchThrowableOfType(KubeException.class, () -> get(at(server.url())));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"400 | BadRequest | Invalid | the server does not accept the request to list pods (HTTP 400): text",
			"401 | Unauthorized | Unauthenticated | the server does not accept the token in users[u].token as a login",
			"403 | Forbidden | Forbidden | not allowed to list pods: text; ask the cluster's administrators",
			"404 | NotFound | NotFound | cannot list pods: text",
			"405 | MethodNotAllowed | NotFound | HTTP 405", "406 | NotAcceptable | NotFound | HTTP 406",
			"409 | AlreadyExists | Conflict | cannot list pods: text",
			"410 | Expired | Expired | too old to list pods: text",
			"413 | RequestEntityTooLarge | Invalid | HTTP 413", "422 | Invalid | Invalid | text",
			"429 | TooManyRequests | Throttled | too many requests to list pods: text; try again in 7 s",
			"500 | InternalError | ServerFault | the server failed to list pods (HTTP 500): text",
			"503 | ServiceUnavailable | ServerFault | it may be starting or overloaded",
			"504 | Timeout | ServerFault | HTTP 504", "418 | Teapot | ServerFault | HTTP 418"})
	void everyStatusIsOneOfTheFamily(int code, String reason, String type, String sentence) throws Exception {
		try (TestServer server = new TestServer(null, false,
				e -> TestServer.answer(e, code, "application/json", STATUS.formatted("text.", reason, code)))) {
			KubeException failure = failure(server);
			assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
			assertThat(failure).hasMessageStartingWith("test: ").hasMessageContaining(sentence)
					.hasMessageNotContaining("CANARY");
			assertThat(failure.code()).isEqualTo(code);
			assertThat(failure.reason()).isEqualTo(reason);
			assertThat(failure.request()).isEqualTo(new KubeException.Request("test", "list", "pods"));
		}
	}

	@Test
	void aServerNearbyIsNotAskedToCompressItsAnswers() throws Exception {
		List<String> asked = Collections.synchronizedList(new ArrayList<>());
		try (TestServer server = new TestServer(null, false, e -> {
			asked.add(e.getRequestHeaders().getFirst("Accept-Encoding"));
			TestServer.answer(e, 200, "application/json", "{}");
		}); Transport transport = transport(at(server.url()))) {
			for (int i = 0; i < 200 && !asked.contains("identity"); i++) { // a busy machine answers late
				transport.send(call("/api")).close();
			}
		}
		assertThat(asked).startsWith("gzip").endsWith("identity");
	}

	@Test
	void aPasswordThatIsNotHeardIsSaid() throws Exception {
		String anonymous = STATUS.formatted("User \\\"system:anonymous\\\" cannot list pods", "Forbidden", 403);
		try (TestServer server = new TestServer(null, false,
				e -> TestServer.answer(e, 403, "application/json", anonymous))) {
			assertThat(catchThrowableOfType(KubeException.class, () -> get(
					context("server: \"" + server.url() + "\"", "username: bob, password: CANARY"))))
					.hasMessageContaining(
							"the server does not accept the user name and password in users[u] as a login")
					.hasMessageNotContaining("CANARY");
			assertThat(failure(server)).hasMessageContaining("not allowed to list pods");
		}
	}

	@Test
	void retryAfterComesFromTheHeaderToo() throws Exception {
		try (TestServer server = new TestServer(null, false, e -> {
			e.getResponseHeaders().set("Retry-After", "12");
			TestServer.answer(e, 429, "text/plain", "slow down");
		})) {
			assertThat(((Throttled) failure(server)).retryAfter()).contains(Duration.ofSeconds(12));
		}
	}

	@Test
	void webPagesAndRedirectsAreNoApiServers() throws Exception {
		for (int code : new int[]{200, 403, 404}) {
			try (TestServer server = new TestServer(null, false,
					e -> TestServer.answer(e, code, "text/html; charset=utf-8", "<html>Sign in</html>"))) {
				assertThat(failure(server)).isInstanceOf(Unreachable.class)
						.hasMessageContaining("answers with a web page");
			}
		}
		AtomicInteger followed = new AtomicInteger();
		try (TestServer other = new TestServer(null, false, e -> {
			followed.incrementAndGet();
			TestServer.ok(e);
		}); TestServer server = new TestServer(null, false, e -> {
			e.getResponseHeaders().set("Location", other.url() + "/login?state=CANARY");
			TestServer.answer(e, 302, "text/plain", "");
		})) {
			assertThat(failure(server)).isInstanceOf(Unreachable.class).hasMessageNotContaining("CANARY")
					.hasMessageContaining("points to " + other.url() + ", which was not followed");
			assertThat(followed).hasValue(0);
		}
	}

	@Test
	void contentTypesKeepWhatTheyAre() throws Exception {
		try (TestServer server = new TestServer(null, false,
				e -> TestServer.answer(e, 200, "application/json; charset=utf-8;as=Table;g=meta.k8s.io;v=v1", "{}"));
				OkHttpTransport transport = transport(at(server.url()));
				Answer answer = transport.send(call("/"))) {
			assertThat(answer.contentType()).isEqualTo("application/json;as=Table;g=meta.k8s.io;v=v1");
		}
	}

	@Test
	void nobodyThere() throws Exception {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		assertThatThrownBy(() -> get(at("http://127.0.0.1:" + port))).isInstanceOf(Unreachable.class)
				.hasMessage("test: cannot reach http://127.0.0.1:" + port
						+ ": the connection is refused; check that the server runs and its port is right.");
		assertThatThrownBy(() -> get(at("https://no.such.host.invalid"))).isInstanceOf(Unreachable.class)
				.hasMessageContaining("the name no.such.host.invalid is not known");
	}

	/** Accepts connections, says what it is given, and then does nothing more or hangs up. */
	private static final class Raw implements AutoCloseable {
		private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		private final List<Socket> open = new ArrayList<>();

		Raw(String says, boolean hangsUp) throws IOException {
			Thread.startVirtualThread(() -> {
				try {
					while (true) {
						Socket client = socket.accept();
						open.add(client);
						client.getInputStream().read(new byte[4096]);
						client.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
						if (hangsUp) {
							client.close();
						}
					}
				} catch (IOException e) {
					assertThat(socket.isClosed()).isTrue();
				}
			});
		}

		String url(String scheme) {
			return scheme + "://127.0.0.1:" + socket.getLocalPort();
		}

		@Override
		public void close() throws IOException {
			socket.close();
			for (Socket client : open) {
				client.close();
			}
		}
	}

	@Test
	void aServerThatNeverAnswersIsGivenUpAfterTheIdleLimit() throws Exception {
		for (String scheme : List.of("http", "https")) {
			try (Raw silent = new Raw("", false); OkHttpTransport transport = transport(at(silent.url(scheme)))) {
				assertThatThrownBy(() -> transport.send(call("/", Duration.ofMillis(200))))
						.isInstanceOf(Unreachable.class)
						.hasMessageContaining("accepts connections but has not answered for 200 ms");
			}
		}
	}

	@Test
	void aServerThatShakesNoHandsIsGivenUpLongBeforeTheIdleLimitOfAWatch() throws Exception {
		Limits limits = new Limits(Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(5));
		try (Raw silent = new Raw("", false);
				OkHttpTransport transport = new OkHttpTransport(at(silent.url("https")), TestContexts.YES, Map.of(),
						InstantSource.system(), limits)) {
			assertThatThrownBy(() -> transport.send(call("/", Duration.ofDays(1)))).isInstanceOf(Unreachable.class)
					.hasMessageContaining("accepts connections but has not answered;");
		}
	}

	@Test
	void whatDoesNotSpeakHttpIsSaid() throws Exception {
		try (Raw ssh = new Raw("SSH-2.0-OpenSSH_9.2\r\n", true)) {
			assertThatThrownBy(() -> get(at(ssh.url("http")))).isInstanceOf(Unreachable.class)
					.hasMessageContaining("does not answer in HTTP");
			assertThatThrownBy(() -> get(at(ssh.url("https")))).isInstanceOf(KubeException.Untrusted.class)
					.hasMessageContaining("does not answer in TLS");
		}
		try (Raw plain = new Raw("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", false)) {
			assertThatThrownBy(() -> get(at(plain.url("https")))).isInstanceOf(KubeException.Untrusted.class)
					.hasMessageContaining("it may be a plain HTTP server");
		}
		try (Raw mute = new Raw("", true)) {
			assertThatThrownBy(() -> get(at(mute.url("http")))).isInstanceOf(Unreachable.class)
					.hasMessageContaining("the connection broke");
		}
	}

	@Test
	void aStreamThatIsCutOrFallsSilentEndsWithItsReason() throws Exception {
		String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}";
		for (boolean cut : new boolean[]{true, false}) {
			try (Raw server = new Raw(head, cut);
					OkHttpTransport transport = transport(at(server.url("http")));
					Answer answer = transport.send(call("/", Duration.ofMillis(300)))) {
				assertThat(answer.body().readNBytes(2)).asString().isEqualTo("{}");
				IOException broken = catchThrowableOfType(IOException.class, () -> answer.body().readAllBytes());
				assertThat(answer.failure(broken)).isInstanceOf(Unreachable.class)
						.hasMessageContaining(
								cut ? "broke in the middle" : "nothing more of the answer came for 300 ms");
			}
		}
	}

	private static CompletableFuture<Throwable> thrown(CountDownLatch running, IoRun run, List<Thread> threads) {
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		threads.add(Thread.startVirtualThread(() -> {
			running.countDown();
			try {
				run.run();
				thrown.complete(new AssertionError("ended by itself"));
			} catch (Throwable e) {
				thrown.complete(e);
			}
		}));
		return thrown;
	}

	private interface IoRun {
		void run() throws Exception;
	}

	@Test
	void anInterruptEndsAWaitForAnAnswer() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch never = new CountDownLatch(1);
		try (TestServer server = new TestServer(null, false, e -> hold(asked, never));
				OkHttpTransport transport = transport(at(server.url()))) {
			List<Thread> threads = new ArrayList<>();
			CompletableFuture<Throwable> thrown = thrown(new CountDownLatch(1),
					() -> transport.send(call("/", Duration.ofMinutes(5))), threads);
			asked.await();
			threads.get(0).interrupt();
			assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
			never.countDown();
		}
	}

	private static void hold(CountDownLatch asked, CountDownLatch until) throws IOException {
		asked.countDown();
		try {
			until.await();
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Test
	void anInterruptOrACloseEndsAStream() throws Exception {
		String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
		try (Raw server = new Raw(head, false)) {
			for (String how : List.of("interrupt", "answer", "transport")) {
				OkHttpTransport transport = transport(at(server.url("http")));
				Answer answer = transport.send(call("/", Duration.ofMinutes(5)));
				List<Thread> threads = new ArrayList<>();
				CountDownLatch running = new CountDownLatch(1);
				CompletableFuture<Throwable> thrown = thrown(running, () -> {
					try {
						answer.body().read();
					} catch (IOException e) {
						throw answer.failure(e);
					}
				}, threads);
				running.await();
				switch (how) {
					case "interrupt" -> threads.get(0).interrupt();
					case "answer" -> answer.close();
					default -> transport.close();
				}
				assertThat(thrown.get()).isInstanceOf(
						how.equals("interrupt") ? InterruptedException.class : Unreachable.class);
				if (!how.equals("interrupt")) {
					assertThat(thrown.get()).hasMessageContaining("it was closed here");
				}
				transport.close();
				assertThatThrownBy(() -> transport.send(call("/"))).isInstanceOf(Unreachable.class)
						.hasMessageContaining("closed");
			}
		}
	}

	@Test
	void manyStalledStreamsBlockNoOther() throws Exception {
		CountDownLatch never = new CountDownLatch(1);
		try (TestServer server = new TestServer(null, false, e -> {
			if (e.getRequestURI().getPath().equals("/watch")) {
				e.sendResponseHeaders(200, 0);
				e.getResponseBody().flush();
				hold(new CountDownLatch(1), never);
			}
			TestServer.ok(e);
		}); OkHttpTransport transport = transport(at(server.url()))) {
			List<Answer> stalled = new ArrayList<>();
			for (int i = 0; i < 100; i++) {
				stalled.add(transport.send(call("/watch", Duration.ofMinutes(5))));
			}
			assertThat(get(transport, "/other")).isEqualTo("{}");
			never.countDown();
			stalled.forEach(Answer::close);
		}
	}

	@ParameterizedTest
	@CsvSource({"60000, 1, false", "50, 60000, true"})
	void howLongNothingMayArriveCanBeSaidInTheMiddleOfAnAnswer(long before, long after, boolean arrives)
			throws Exception {
		CountDownLatch done = new CountDownLatch(1);
		try (TestServer server = new TestServer(null, false, e -> {
			e.sendResponseHeaders(200, 0);
			e.getResponseBody().write('a');
			e.getResponseBody().flush();
			try {
				done.await(arrives ? 200 : 60_000, TimeUnit.MILLISECONDS);
			} catch (InterruptedException closing) {
				Thread.currentThread().interrupt();
			}
			e.getResponseBody().write('b');
			e.close();
		}); OkHttpTransport transport = transport(at(server.url()))) {
			try (Answer answer = transport.send(call("/watch", Duration.ofMillis(before)))) {
				assertThat(answer.body().read()).isEqualTo('a');
				answer.idle(Duration.ofMillis(after));
				if (arrives) {
					assertThat(answer.body().read()).isEqualTo('b');
				} else {
					assertThatThrownBy(() -> answer.body().read()).isInstanceOf(SocketTimeoutException.class);
				}
			}
			done.countDown();
			assertThat(transport.pings()).as("HTTP/1.1").isFalse();
		}
	}
}
