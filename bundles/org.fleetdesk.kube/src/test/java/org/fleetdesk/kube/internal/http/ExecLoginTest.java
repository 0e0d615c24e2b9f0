package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestAuthority.DAY;
import static org.fleetdesk.kube.internal.http.TestContexts.YES;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;
import static org.fleetdesk.kube.internal.http.TestContexts.transport;
import static org.fleetdesk.kube.internal.http.TestContexts.trusting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.internal.http.TestAuthority.Issued;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpsExchange;

/** Credential plugins, as shell scripts. */
@DisabledOnOs(OS.WINDOWS)
class ExecLoginTest {

	private static final String V1 = "client.authentication.k8s.io/v1";
	private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin", "HOME", "/tmp");

	@TempDir
	Path folder;

	private final List<String> refused = new ArrayList<>();
	private TestServer server;

	@BeforeEach
	void start() throws IOException {
		server = new TestServer(null, false, e -> {
			String token = String.valueOf(e.getRequestHeaders().getFirst("Authorization"));
			TestServer.answer(e, refused.contains(token) ? 401 : 200, "application/json", token);
		});
	}

	@AfterEach
	void stop() {
		server.close();
	}

	private Path script(String text) throws IOException {
		Path script = Files.writeString(folder.resolve("login"), "#!/bin/sh\n" + text + "\n");
		return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
	}

	private KubeContext plugin(String command, String more) {
		return context("server: \"" + server.url() + "\", tls-server-name: api.example",
				"exec: {command: \"" + command + "\", apiVersion: " + V1 + more + "}");
	}

	private static String credential(String status) {
		return "echo '{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{" + status + "}}'";
	}

	private OkHttpTransport transportOf(KubeContext context) {
		return transport(context, YES, PATH, InstantSource.system());
	}

	private void fails(KubeContext context, String sentence) {
		try (OkHttpTransport transport = transportOf(context)) {
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessageStartingWith("test: the login plugin \"").hasMessageContaining(sentence)
					.hasMessageNotContaining("CANARY");
		}
	}

	@Test
	void theTokenIsSentAndThePluginToldOfTheCluster() throws Exception {
		Path info = folder.resolve("info");
		Path login = script("printf '%s' \"$KUBERNETES_EXEC_INFO\" > " + info + "; echo \"$A $1\" >> " + info + "\n"
				+ credential("\"token\":\"abc\""));
		try (OkHttpTransport transport = transportOf(plugin(login.toString(),
				", args: [x], env: [{name: A, value: b}], provideClusterInfo: true"))) {
			assertThat(get(transport, "/")).isEqualTo("Bearer abc");
		}
		assertThat(info).content().contains("\"interactive\":false", "\"server\":\"" + server.url() + "\"",
				"\"tls-server-name\":\"api.example\"", "b x");
		try (OkHttpTransport transport = transportOf(plugin(login.toString(), ""))) {
			get(transport, "/");
		}
		assertThat(info).content().doesNotContain("cluster");
	}

	@Test
	void itRunsOnceUntilTheTokenExpiresOrIsRefused() throws Exception {
		Path count = Files.writeString(folder.resolve("count"), "");
		Path login = script("echo x >> " + count + "; n=$(grep -c x " + count + ")\n"
				+ credential("\"token\":\"t'$n'\",\"expirationTimestamp\":\"1970-01-01T00:10:00Z\""));
		AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
		try (OkHttpTransport transport = transport(plugin(login.toString(), ""), YES, PATH, now::get);
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> all = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				all.add(threads.submit(() -> get(transport, "/")));
			}
			for (Future<String> one : all) {
				assertThat(one.get()).isEqualTo("Bearer t1");
			}
			refused.addAll(List.of("Bearer t1", "Bearer t2"));
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("does not accept what the login plugin \"" + login + "\" gave");
			assertThat(get(transport, "/")).isEqualTo("Bearer t3");
			assertThat(get(transport, "/")).isEqualTo("Bearer t3");
			now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)).minusSeconds(31));
			assertThat(get(transport, "/")).isEqualTo("Bearer t3");
			now.set(Instant.EPOCH.plus(Duration.ofMinutes(10)).minusSeconds(30));
			assertThat(get(transport, "/")).as("half a minute before it expires").isEqualTo("Bearer t4");
		}
	}

	@Test
	void aClientCertificateWorksToo() throws Exception {
		TestAuthority authority = new TestAuthority("CA");
		Issued client = authority.issue("CN=plugin", "RSA", DAY.negated(), DAY);
		String status = "\"clientCertificateData\":\"" + new String(client.certificatePem()).replace("\n", "\\n")
				+ "\",\"clientKeyData\":\"" + new String(client.keyPem()).replace("\n", "\\n") + "\"";
		Path file = Files.writeString(folder.resolve("json"),
				"{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"status\":{" + status + "}}");
		Path login = script("cat " + file);
		try (TestServer secure = new TestServer(authority.context(authority.server("127.0.0.1")), true,
				e -> TestServer.answer(e, 200, "application/json",
						((HttpsExchange) e).getSSLSession().getPeerPrincipal().getName()));
				OkHttpTransport transport = transportOf(context(trusting(secure.url(), authority),
						"exec: {command: " + login + ", apiVersion: " + V1 + "}"))) {
			assertThat(get(transport, "/")).isEqualTo("CN=plugin");
		}
	}

	@Test
	void withoutConsentNothingRuns() throws Exception {
		Path ran = folder.resolve("ran");
		Path login = script("touch " + ran + "\n" + credential("\"token\":\"t\""));
		try (OkHttpTransport transport = transport(plugin(login.toString(), ", args: [get-token]"), (c, e) -> false,
				PATH, InstantSource.system())) {
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessage("test: logging in needs to run \"" + login
							+ " get-token\", which is not allowed; allow this command for the context to log in.");
		}
		assertThat(ran).doesNotExist();
	}

	@Test
	void aMissingProgramIsSaidWithTheHint() throws Exception {
		fails(plugin("no-such-plugin", ""), "\"no-such-plugin\" is not installed or not on the PATH; install it");
		fails(plugin("no-such-plugin", ", installHint: \"Get it from the wiki.\""), "Get it from the wiki.");
		fails(plugin(folder.resolve("none").toString(), ""), "is not installed");
		Path text = Files.writeString(folder.resolve("text"), "hello");
		fails(plugin(text.toString(), ""), "may not be run; make it executable (chmod +x)");
		Files.setPosixFilePermissions(text, PosixFilePermissions.fromString("rwx------"));
		Files.writeString(text, "#!/no/such/interpreter\n");
		fails(plugin(text.toString(), ""), "cannot be started; check that it is a program for this computer");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"echo junk CANARY | printed something other than credentials",
			"echo '[1]' | printed something other than credentials",
			"true | printed something other than credentials",
			"echo first >&2; echo 'please log in, token=CANARY' >&2; exit 3 | ended with code 3 (please log in, token= ***)",
			"read answer | ended with code 1; run it in a terminal",
			"yes CANARY | printed more than 1 MB and was stopped",
			"echo '{~kind~:~ExecCredential~,~apiVersion~:~client.authentication.k8s.io/v1beta1~}' | answered in version client.authentication.k8s.io/v1beta1 and not in client.authentication.k8s.io/v1",
			"echo '{~kind~:~ExecCredential~,~apiVersion~:~client.authentication.k8s.io/v1~}' | gave neither a token nor",
			"echo '{~kind~:~ExecCredential~,~apiVersion~:~client.authentication.k8s.io/v1~,~status~:{~token~:~a b~}}' | its token holds characters that no token has",
			"echo '{~kind~:~ExecCredential~,~apiVersion~:~client.authentication.k8s.io/v1~,~status~:{~token~:~a~,~expirationTimestamp~:~soon~}}' | is no time"})
	void whatItDoesWrongIsOneSentence(String text, String sentence) throws Exception {
		fails(plugin(script(text.replace('~', '"')).toString(), ""), sentence);
	}

	@Test
	void onesThatAlwaysAskAreNotRun() throws Exception {
		fails(plugin(script("exit 9").toString(), ", interactiveMode: Always"), "wants to ask in a terminal");
	}

	@Test
	void oneThatHangsIsKilledWithItsChildren() throws Exception {
		Path pid = folder.resolve("pid");
		Path login = script("sleep 600 & echo $! > " + pid + "; wait");
		Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(9),
				Duration.ofSeconds(5));
		try (OkHttpTransport transport = new OkHttpTransport(plugin(login.toString(), ""), YES,
				PATH,
				InstantSource.system(), limits)) {
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("did not end within 1 s and was stopped");
		}
		gone(pid);
	}

	private static void gone(Path pid) throws Exception {
		ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(child -> child.onExit().join());
	}

	@Test
	void aChildThatKeepsItsOutputOpenIsNotWaitedFor() throws Exception {
		Path pid = folder.resolve("pid");
		Path login = script("sleep 600 & echo $! > " + pid + "\n" + credential("\"token\":\"abc\""));
		try (OkHttpTransport transport = transportOf(plugin(login.toString(), ""))) {
			assertThat(get(transport, "/")).isEqualTo("Bearer abc");
		} finally {
			ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
		}
	}

	@Test
	void closingTheTransportEndsItAtOnce() throws Exception {
		Path pid = folder.resolve("pid");
		Path fifo = folder.resolve("started");
		assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
		Path login = script("sleep 600 & echo $! > " + pid + "; echo go > " + fifo + "; wait");
		OkHttpTransport transport = transportOf(plugin(login.toString(), ""));
		CompletableFuture<String> got = CompletableFuture.supplyAsync(() -> {
			try {
				return get(transport, "/");
			} catch (IOException | InterruptedException e) {
				throw new IllegalStateException(e);
			}
		});
		assertThat(Files.readString(fifo)).isEqualTo("go\n");
		transport.close();
		assertThatThrownBy(got::get).hasCauseInstanceOf(Unauthenticated.class)
				.hasMessageContaining("was stopped, because its cluster was closed");
		gone(pid);
	}

	@Test
	void consentIsForTheProgramThatIsFoundOnThePath() throws Exception {
		List<String> asked = new ArrayList<>();
		script(credential("\"token\":\"abc\""));
		Map<String, String> path = Map.of("PATH", folder + ":/usr/bin:/bin");
		try (OkHttpTransport transport = transport(plugin("login", ", args: [a]"), (c, e) -> asked.add(e.line()), path,
				InstantSource.system())) {
			assertThat(get(transport, "/")).isEqualTo("Bearer abc");
		}
		assertThat(asked).containsExactly(folder.resolve("login") + " a");
	}

	@Test
	void anInterruptKillsIt() throws Exception {
		Path pid = folder.resolve("pid");
		Path fifo = folder.resolve("started");
		assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
		Path login = script("sleep 600 & echo $! > " + pid + "; echo go > " + fifo + "; wait");
		CompletableFuture<Throwable> thrown = new CompletableFuture<>();
		try (OkHttpTransport transport = transportOf(plugin(login.toString(), ""))) {
			Thread caller = Thread.startVirtualThread(() -> {
				try {
					thrown.complete(new AssertionError(get(transport, "/")));
				} catch (Throwable e) {
					thrown.complete(e);
				}
			});
			assertThat(Files.readString(fifo)).isEqualTo("go\n");
			caller.interrupt();
			assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
		}
		gone(pid);
	}
}
