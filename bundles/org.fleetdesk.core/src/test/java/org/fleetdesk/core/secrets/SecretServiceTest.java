package org.fleetdesk.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.secrets.SecretStore.Unavailable;
import org.fleetdesk.core.settings.SettingsFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real GNOME Keyring on a session bus of its own; skipped where its programs are not installed. */
class SecretServiceTest {

	@TempDir
	Path home;

	private final Deque<Process> running = new ArrayDeque<>();
	private final Map<String, String> environment = new HashMap<>();

	@BeforeEach
	void bus() throws IOException {
		environment.putAll(Map.of("PATH", System.getenv("PATH"), "HOME", home.toString(), "XDG_RUNTIME_DIR",
				home.toString(), "XDG_DATA_HOME", home.resolve("data").toString()));
		Program program = new Program(environment);
		for (String name : List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool")) {
			Assumptions.assumeTrue(program.there(name), name);
		}
		Process bus = start("dbus-daemon", "--session", "--nofork", "--print-address");
		environment.put("DBUS_SESSION_BUS_ADDRESS", line(bus));
	}

	private Process start(String... command) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().clear();
		builder.environment().putAll(environment);
		running.push(builder.start());
		return running.peek();
	}

	private static String line(Process process) throws IOException {
		BufferedReader output = process.inputReader();
		return output.readLine();
	}

	/** Starts the keyring's daemon, its login keyring unlocked, and waits until the bus knows it. */
	private void keyring() throws Exception {
		Process daemon = start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets");
		try (var password = daemon.getOutputStream()) {
			password.write("a password".getBytes());
		}
		List<String> known = List.of("dbus-send", "--session", "--dest=org.freedesktop.DBus", "--print-reply", "/",
				"org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets");
		while (!new Program(environment).run(known, "").output().contains("true")) {
			assertThat(daemon.isAlive()).isTrue();
		}
	}

	@AfterEach
	void end() throws InterruptedException {
		while (!running.isEmpty()) {
			running.pop().destroyForcibly().waitFor();
		}
	}

	private SecretStore store(boolean mayAsk) {
		return Secrets.keyring(environment, new SettingsFolder(home.resolve("s")), mayAsk).orElseThrow();
	}

	@Test
	void secretsAreKeptReplacedAndForgotten() throws Exception {
		keyring();
		SecretStore store = store(true);
		assertThat(store.read("oidc a https://i users[x] in /a b")).isEmpty();
		store.write("oidc a https://i users[x] in /a b", "CANARY =\n\"ü");
		store.write("other", "2");
		assertThat(store.read("oidc a https://i users[x] in /a b")).contains("CANARY =\n\"ü");
		store.write("oidc a https://i users[x] in /a b", "3");
		assertThat(store(false).read("oidc a https://i users[x] in /a b")).contains("3");
		store(false).write("other", "4");
		assertThat(store.read("other")).contains("4");
		store.delete("other");
		assertThat(store.read("other")).isEmpty();
		try (var files = Files.walk(home.resolve("data"))) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(new String(Files.readAllBytes(file), "ISO-8859-1")).doesNotContain("CANARY");
			}
		}
	}

	@Test
	void whereNobodyMayBeAskedNothingNewIsWritten() throws Exception {
		keyring();
		assertThatThrownBy(() -> store(false).write("new", "1")).isInstanceOf(Unavailable.class);
		assertThat(store(false).read("new")).isEmpty();
	}

	@Test
	void aBusWithoutAKeyringMeansMemoryAndIsSaidOnce() throws Exception {
		List<String> notices = new ArrayList<>();
		Secrets secrets = new Secrets(new SettingsFolder(home.resolve("s")), () -> Optional.of(store(true)),
				notices::add);
		secrets.keep("a", "1");
		secrets.keep("a", "2");
		assertThat(secrets.find("a")).contains("2");
		assertThat(notices).hasSize(1);
	}
}
