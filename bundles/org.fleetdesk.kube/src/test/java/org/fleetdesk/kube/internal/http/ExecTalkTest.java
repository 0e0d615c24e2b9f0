package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fleetdesk.kube.internal.http.TestContexts.LIMITS;
import static org.fleetdesk.kube.internal.http.TestContexts.YES;
import static org.fleetdesk.kube.internal.http.TestContexts.context;
import static org.fleetdesk.kube.internal.http.TestContexts.get;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.config.ExecConsole;
import org.fleetdesk.kube.internal.http.OkHttpTransport.Limits;
import org.fleetdesk.kube.login.Logins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Credential plugins that ask, and somebody who answers. */
@DisabledOnOs(OS.WINDOWS)
class ExecTalkTest {

	private static final String V1 = "client.authentication.k8s.io/v1";
	private static final String ASKING = "printf 'Password: ' >&2; read answer; echo 'checking…' >&2\n"
			+ "echo \"{\\\"kind\\\":\\\"ExecCredential\\\",\\\"apiVersion\\\":\\\"" + V1
			+ "\\\",\\\"status\\\":{\\\"token\\\":\\\"$answer\\\"}}\"";

	private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

	@TempDir
	Path folder;

	private TestServer server;

	@BeforeEach
	void start() throws IOException {
		server = new TestServer(null, false, e -> TestServer.answer(e, 200, "application/json",
				String.valueOf(e.getRequestHeaders().getFirst("Authorization"))));
	}

	@AfterEach
	void stop() {
		server.close();
	}

	/** Answers once to everything that is said. */
	private static final class Person implements ExecConsole.Lines {
		final List<String> told = new CopyOnWriteArrayList<>();
		private final BiConsumer<Run, String> answer;

		Person(BiConsumer<Run, String> answer) {
			this.answer = answer;
		}

		@Override
		public Talk talk(Run run) {
			told.add("begin " + run.context().name() + " " + run.limit().toSeconds());
			return new Talk() {
				@Override
				public void said(String text) {
					told.add(text);
					answer.accept(run, text);
				}

				@Override
				public void close() {
					told.add("end");
				}
			};
		}
	}

	private OkHttpTransport transport(String script, String mode, ExecConsole console, Limits limits)
			throws IOException {
		Path login = Files.writeString(folder.resolve("login"), "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(login, PosixFilePermissions.fromString("rwx------"));
		return new OkHttpTransport(
				context("server: \"" + server.url() + "\"",
						"exec: {command: \"" + login + "\", apiVersion: " + V1 + ", interactiveMode: " + mode + "}"),
				YES, PATH, InstantSource.system(), limits,
				new OidcSessions(Logins.NONE.talking(console), PATH, InstantSource.system(), limits));
	}

	@Test
	void whatItSaysIsShownAndWhatIsTypedReachesIt() throws Exception {
		Person person = new Person((run, text) -> {
			if (text.equals("Password: ")) {
				run.type("s3cret");
			}
		});
		try (OkHttpTransport transport = transport(ASKING, "Always", person, LIMITS)) {
			assertThat(get(transport, "/")).isEqualTo("Bearer s3cret");
			assertThat(get(transport, "/")).isEqualTo("Bearer s3cret");
		}
		assertThat(person.told).first().isEqualTo("begin test 20");
		assertThat(person.told).last().isEqualTo("end");
		assertThat(String.join("", person.told)).contains("Password: checking…").doesNotContain("s3cret", "kind");
	}

	@Test
	void itIsToldWhetherItMayAsk() throws Exception {
		String tell = "printf '%s' \"$KUBERNETES_EXEC_INFO\" > " + folder.resolve("info") + "; exit 1";
		for (String mode : List.of("Never", "IfAvailable", "Always")) {
			Person person = new Person((run, text) -> {
			});
			try (OkHttpTransport transport = transport(tell, mode, person, LIMITS)) {
				assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class);
			}
			assertThat(folder.resolve("info")).content().contains("\"interactive\":" + !mode.equals("Never"));
			assertThat(person.told).hasSize(mode.equals("Never") ? 0 : 2);
		}
	}

	@Test
	void whoCancelsIsNotAskedAgainUntilTheClusterIsReopened() throws Exception {
		Person person = new Person((run, text) -> run.cancel());
		try (OkHttpTransport transport = transport(ASKING, "IfAvailable", person, LIMITS)) {
			for (int i = 0; i < 2; i++) {
				assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class).hasMessageContaining(
						"/login\" was cancelled (to try again, close the cluster and open it, or refresh it)");
			}
			assertThat(person.told).containsExactly("begin test 20", "Password: ", "end");
			transport.loginAgain();
			assertThatThrownBy(() -> get(transport, "/")).hasMessageContaining("was cancelled");
			assertThat(person.told).hasSize(6);
		}
	}

	@Test
	void oneThatFailsWithoutAskingIsTriedAgain() throws Exception {
		Person person = new Person((run, text) -> {
		});
		try (OkHttpTransport transport = transport("exit 4", "IfAvailable", person, LIMITS)) {
			for (int i = 0; i < 2; i++) {
				assertThatThrownBy(() -> get(transport, "/")).hasMessageContaining("ended with code 4; run it");
			}
		}
		assertThat(person.told).hasSize(4);
	}

	@Test
	void whoIsAskedHasMoreTimeThanOneWhoIsNot() throws Exception {
		Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofMillis(1), Duration.ofSeconds(2),
				Duration.ofSeconds(5));
		Person silent = new Person((run, text) -> {
		});
		try (OkHttpTransport transport = transport("sleep 600", "IfAvailable", silent, limits)) {
			assertThatThrownBy(() -> get(transport, "/")).hasMessageContaining("did not end within 0 s");
		}
		try (OkHttpTransport transport = transport("echo hello >&2; sleep 600", "Always", silent, limits)) {
			assertThatThrownBy(() -> get(transport, "/")).hasMessageContaining("did not end within 2 s");
		}
	}

	@Test
	void oneThatMustAskIsRefusedWhereNobodyIs() throws Exception {
		try (OkHttpTransport transport = transport("exit 9", "Always", ExecConsole.NOBODY, LIMITS)) {
			assertThatThrownBy(() -> get(transport, "/")).isInstanceOf(Unauthenticated.class)
					.hasMessageContaining("wants to ask in a terminal, which is not possible here");
		}
	}
}
