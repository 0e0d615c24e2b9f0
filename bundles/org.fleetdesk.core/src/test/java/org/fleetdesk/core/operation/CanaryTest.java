package org.fleetdesk.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.FakeWriter;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Sources;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Journal;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalFile;
import org.fleetdesk.core.journal.JournalHistory;
import org.fleetdesk.core.journal.JournalQuery;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.KubeException.Answer;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.KubeException.Request;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.config.KubeconfigReader;
import org.fleetdesk.kube.discovery.ResourceType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values of Secrets that are changed, in every place that a server repeats them, and a pasted kubeconfig, looked for in
 * every file that is kept. Each holds the word CANARY.
 */
@DisabledOnOs(OS.WINDOWS)
class CanaryTest {

	private static final ResourceType SECRETS = FakeServer.type("", "v1", "secrets", "Secret", true);
	private static final String[] VALUES = {"CANARY-data", "CANARY-of two\nCANARY-lines", "CANARY-string",
			"CANARY-before", "CANARY-applied", "CANARY-quoted", "CANARY-warned"};

	@TempDir
	Path folder;

	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
	private final List<Finding> troubles = new ArrayList<>();

	@AfterEach
	void stop() {
		scheduler.shutdownNow();
		assertThat(troubles).isEmpty();
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static JsonNode secret(String... values) {
		ObjectNode secret = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Secret");
		for (String value : values) {
			secret.withObjectProperty("data").put("data" + secret.path("data").size(), base64(value));
		}
		secret.putObject("stringData").put("plain", "CANARY-string");
		secret.putObject("metadata").putObject("annotations")
				.put("kubectl.kubernetes.io/last-applied-configuration", "{\"data\":{\"a\":\"CANARY-applied\"}}");
		return secret;
	}

	/** Changes a Secret, or fails saying what a strict webhook might. */
	private static Operation change(boolean fails) {
		JsonNode before = secret("CANARY-before");
		JsonNode after = secret("CANARY-data", "CANARY-of two\nCANARY-lines", "CANARY-quoted", "CANARY-warned");
		Step step = new Step() {
			@Override
			public Target target() {
				return new Target(new FakeAccess(Mark.NONE, new FakeWriter()), new ObjectKey(SECRETS, "web", "login"));
			}

			@Override
			public Change preview() {
				return Change.of(Optional.of(before), Optional.of(after), List.of());
			}

			@Override
			public Kubectl kubectl() {
				return Kubectl.patch(target(), "", MergePatch.between(before, after));
			}

			@Override
			public Change run(Change previewed, Execution execution) {
				if (fails) {
					throw new Invalid(new Request("prod", "patch", "secrets web/login"),
							new Answer(422, "Invalid", "prod: Secret \"login\" is invalid: data[a]: Invalid value: \""
									+ base64("CANARY-quoted") + "\": CANARY-quoted is too weak, so are CANARY-lines, "
									+ "CANARY-string and the old CANARY-before."),
							null);
				}
				return Change.of(Optional.of(before), Optional.of(after), List.of("CANARY-warned is weak"));
			}
		};
		return new Operation() {
			@Override
			public String name() {
				return "edit";
			}

			@Override
			public List<Step> steps() {
				return List.of(step);
			}
		};
	}

	private static void run(Journal journal) {
		OperationRunner runner = new OperationRunner(journal, Entry.By.thisProcess("test"),
				FakeAccess.at(Instant.now()));
		for (boolean fails : new boolean[]{false, true}) {
			Operation change = change(fails);
			List<Outcome> outcomes = runner.run(change, runner.preview(change, Progress.NONE), Confirmation.NONE,
					Progress.NONE);
			assertThat(outcomes).extracting(Outcome::state)
					.containsExactly(fails ? Outcome.State.FAILED : Outcome.State.DONE);
		}
	}

	private static void nothingIsToldBy(JournalHistory history) {
		List<Entry> entries = history.find(JournalQuery.newest(9));
		assertThat(entries).hasSize(2).allSatisfy(e -> assertThat(e.before()).isPresent());
		assertThat(entries).extracting(Entry::message).anySatisfy(message -> assertThat(message)
				.contains("Secret \"login\" is invalid: data[a]", "is too weak"));
		assertThat(entries.toString()).doesNotContain("CANARY");
		for (String value : VALUES) {
			assertThat(entries.toString()).doesNotContain(base64(value));
		}
	}

	private static List<Path> holders(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			List<Path> holders = new ArrayList<>();
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
				if (Stream.of(VALUES).anyMatch(v -> bytes.contains(base64(v))) || bytes.contains("CANARY")) {
					holders.add(file);
				}
			}
			return holders;
		}
	}

	private JournalFile file() {
		return new JournalFile(new DataFolder(folder), JournalFile.LIMIT, Thread.ofVirtual().factory(), troubles::add);
	}

	@Test
	void theJournalsFileTellsNoValueOfASecret() throws IOException {
		JournalFile file = file();
		run(file);
		nothingIsToldBy(file);
		assertThat(folder.resolve("journal.jsonl")).content().contains("\"FAILED\"");
		assertThat(holders(folder)).isEmpty();
	}

	@Test
	void theJournalsDatabaseTellsNoValueOfASecret() throws IOException {
		try (JournalDatabase database = new JournalDatabase(new DataFolder(folder), file(), () -> 1 << 20,
				new Background(Thread.ofVirtual().factory(), scheduler, InstantSource.system()), troubles::add)) {
			database.start();
			run(database);
			nothingIsToldBy(database);
		}
		assertThat(folder.resolve("state.mv.db")).isNotEmptyFile();
		assertThat(holders(folder)).isEmpty();
	}

	@Test
	void aPastedKubeconfigStandsInItsOwnFileAlone() throws IOException {
		SettingsFolder settings = new SettingsFolder(folder.resolve("settings"));
		Sources sources = new Sources(new KubeconfigReader(), List.of(), settings);
		sources.addText(Desk.text("pasted").replace("token: t", "token: CANARY-pasted"));
		sources.refresh();
		assertThat(sources.list()).hasSizeGreaterThan(0);
		List<Path> holders = holders(folder);
		assertThat(holders).hasSize(1);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(holders.getFirst())))
				.isEqualTo("rw-------");
		sources.remove(sources.list().stream().filter(s -> !s.standard()).findFirst().orElseThrow());
		assertThat(holders(folder)).isEmpty();
	}
}
