package org.fleetdesk.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalDatabaseTest {
	@TempDir
	Path temporary;
	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
	private final List<Finding> troubles = new ArrayList<>();
	private final List<JournalDatabase> open = new ArrayList<>();

	private Path folder() {
		return temporary.resolve("data");
	}

	private JournalFile file() {
		return new JournalFile(new DataFolder(folder()), JournalFile.LIMIT, Thread.ofVirtual().factory(),
				troubles::add);
	}

	private JournalDatabase database(JournalFile file, long limit) {
		JournalDatabase database = new JournalDatabase(new DataFolder(folder()), file, () -> limit,
				new Background(Thread.ofVirtual().factory(), scheduler, java.time.InstantSource.system()),
				troubles::add);
		open.addFirst(database);
		database.look();
		return database;
	}

	@AfterEach
	void close() {
		open.forEach(JournalDatabase::close);
		scheduler.shutdownNow();
	}

	@Test
	void entriesAreThereAfterItWasClosed() {
		Entry done = Entries.done(Entries.running(1), "old", "new");
		try (JournalDatabase first = database(file(), 1 << 20)) {
			first.record(Entries.running(1));
			first.record(done);
			first.record(Entries.running(2));
		}
		JournalDatabase second = database(file(), 1 << 20);
		assertThat(second.find(JournalQuery.newest(9))).hasSize(3);
		assertThat(second.find(JournalQuery.newest(9)).getLast().begun()).isEqualTo(done.begun());
		assertThat(second.find(JournalQuery.newest(9))).contains(done);
		assertThat(troubles).isEmpty();
	}

	@Test
	void theNewestComeFirstAndQueriesChoose() {
		JournalDatabase database = database(file(), 1 << 20);
		for (int i = 0; i < 10; i++) {
			database.record(Entries.running(i % 2 == 0 ? "even" : "odd", i));
		}
		assertThat(JournalFileTest.names(database.find(JournalQuery.newest(2).of("even")))).containsExactly("object-8",
				"object-6");
		assertThat(JournalFileTest
				.names(database.find(JournalQuery.newest(9).of(new JournalQuery.Of("configmaps", "web", "object-4")))))
				.containsExactly("object-4");
		assertThat(JournalFileTest.names(database.find(
				JournalQuery.newest(9).between(Entries.START.plusMillis(2), Entries.START.plusMillis(4)))))
				.containsExactly("object-3", "object-2");
	}

	@Test
	void whatOthersAppendToTheFileIsTakenIn() {
		JournalFile file = file();
		Entry running = Entries.running(1);
		file.record(running);
		JournalDatabase database = database(file, 1 << 20);
		assertThat(file.anything()).isFalse();
		Entry done = Entries.done(running, "old", "new");
		file.record(done);
		assertThat(database.find(JournalQuery.newest(9))).containsExactly(done);
		database.look();
		assertThat(file.anything()).isFalse();
		assertThat(database.find(JournalQuery.newest(9))).containsExactly(done);
	}

	@Test
	void anEndIsNotUndoneByABeginningThatComesLate() {
		JournalFile file = file();
		JournalDatabase database = database(file, 1 << 20);
		Entry running = Entries.running(1);
		Entry done = Entries.done(running, "old", "new");
		database.record(done);
		file.record(running);
		database.look();
		assertThat(database.find(JournalQuery.newest(9))).containsExactly(done);
	}

	@Test
	void theOldestGoWhenItHasEnough() {
		JournalDatabase database = database(file(), 20_000);
		for (int i = 0; i < 200; i++) {
			database.record(Entries.running(i));
		}
		List<String> names = JournalFileTest.names(database.find(JournalQuery.newest(500)));
		assertThat(names).hasSizeBetween(20, 40).startsWith("object-199", "object-198").doesNotContain("object-0");
	}

	@Test
	void howMuchIsEnoughIsASetting() throws Exception {
		SettingsFolder settings = new SettingsFolder(temporary.resolve("config"));
		assertThat(JournalDatabase.limit(settings)).isEqualTo(200L << 20);
		settings.writeText("journal.json", "{\"megabytes\": 7}");
		assertThat(JournalDatabase.limit(settings)).isEqualTo(7L << 20);
	}

	@Test
	void whileAnotherProgramHasItTheFileKeepsEntriesAndNothingIsLost() throws Exception {
		JournalDatabase here = database(file(), 1 << 20);
		Process child = Child.start("", "database", folder(), 0, 20);
		List<String> said = child.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(child.waitFor()).isZero();
		assertThat(said.stream().filter(line -> line.startsWith("trouble"))).hasSize(1);
		here.look();
		assertThat(here.find(JournalQuery.newest(100).of("child"))).hasSize(20)
				.allMatch(entry -> entry.outcome() == Entry.Outcome.DONE);
	}

	@Test
	void aDamagedDatabaseIsSetAsideAndANewOneBegun() throws Exception {
		Files.createDirectories(folder());
		byte[] garbage = "H:2,this is no database, whatever it says\n".repeat(500).getBytes(StandardCharsets.UTF_8);
		Files.write(folder().resolve("state.mv.db"), garbage);
		JournalDatabase database = database(file(), 1 << 20);
		database.record(Entries.running(1));
		assertThat(database.find(JournalQuery.newest(9))).hasSize(1);
		assertThat(troubles).hasSize(1);
		assertThat(Files.readAllBytes(folder().resolve("state.damaged-1.mv.db"))).isEqualTo(garbage);
	}

	@Test
	void aDatabaseDamagedInTheMiddleIsSetAsideOrWorksOn() throws Exception {
		try (JournalDatabase first = database(file(), 1 << 20)) {
			for (int i = 0; i < 50; i++) {
				first.record(Entries.done(Entries.running(i), "old", "x".repeat(1000)));
			}
		}
		Path state = folder().resolve("state.mv.db");
		byte[] bytes = Files.readAllBytes(state);
		for (int i = 0; i < bytes.length; i += 64) {
			bytes[i] ^= 0x55;
		}
		Files.write(state, bytes);
		JournalDatabase database = database(file(), 1 << 20);
		database.record(Entries.running(100));
		assertThat(JournalFileTest.names(database.find(JournalQuery.newest(1)))).containsExactly("object-100");
		try (Stream<Path> kept = Files.list(folder())) {
			assertThat(kept.filter(path -> path.getFileName().toString().matches("state\\.damaged-\\d\\.mv\\.db")))
					.hasSize(1);
		}
	}

	@Test
	void aPlaceThatIsNoFileIsSaidOnceAndTheFileKeepsEntries() throws Exception {
		Files.createDirectories(folder().resolve("state.mv.db"));
		JournalDatabase database = database(file(), 1 << 20);
		database.record(Entries.running(1));
		database.look();
		database.record(Entries.running(2));
		assertThat(database.find(JournalQuery.newest(9))).hasSize(2);
		assertThat(troubles).hasSize(1);
	}

	@Test
	void anInterruptNeitherLosesAnEntryNorTheDatabase() {
		JournalDatabase database = database(file(), 1 << 20);
		for (int i = 0; i < 20; i++) {
			Thread.currentThread().interrupt();
			database.record(Entries.running(i));
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(database.find(JournalQuery.newest(100))).hasSize(20);
		assertThat(troubles).isEmpty();
	}

	@Test
	void whatWasKeptBeforeAKillIsThere() throws Exception {
		Process child = Child.start("", "database", folder(), 0, 100_000);
		int last = JournalFileTest.sayUpTo(child, 30);
		child.destroyForcibly().waitFor();
		JournalDatabase database = database(file(), 1L << 30);
		assertThat(JournalFileTest.names(database.find(JournalQuery.newest(100_000)))).contains("object-0",
				"object-" + last);
		assertThat(troubles).isEmpty();
	}

	@Test
	void onAFullDiskTheProgramGoesOn() throws Exception {
		Process child = Child.start("ulimit -f 200", "database", folder(), 0, 300);
		List<String> said = child.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(child.waitFor()).isZero();
		assertThat(said).contains("299");
		assertThat(said.stream().filter(line -> line.startsWith("trouble"))).hasSizeBetween(1, 3);
		JournalDatabase database = database(file(), 1L << 30);
		assertThat(database.find(JournalQuery.newest(1000))).hasSizeGreaterThan(20);
	}

	@Test
	void theDataOfSecretsStandsInNoFile() throws Exception {
		Entry running = Entry.begin(Entries.START, Entry.By.thisProcess("test"), new Entry.Place("c", "c", "me"),
				new Entry.Subject("apply", "secrets", "web", "s"));
		try (JournalDatabase database = database(file(), 1 << 20)) {
			database.record(running.with(Optional.of(Entries.object("Secret", "Q0FOQVJZLW9sZA==")),
					Optional.of(Entries.object("Secret", "Q0FOQVJZLW5ldw=="))).end(Entries.START,
							Entry.Outcome.FAILED, "token=CANARY-token"));
			assertThat(database.find(JournalQuery.newest(1)).toString()).doesNotContain("CANARY", "Q0FOQVJZ")
					.contains("\u2022\u2022\u2022\u2022");
		}
		try (Stream<Path> files = Files.list(folder())) {
			assertThat(files.toList()).isNotEmpty().allSatisfy(path -> assertThat(
					new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)).doesNotContain("CANARY",
							"Q0FOQVJZ"));
		}
	}

	@Test
	void aLookFromOutsideSeesTheEntriesUnlessAProgramHasThem() {
		assertThat(JournalDatabase.peek(new DataFolder(folder()), JournalQuery.newest(9))).contains(List.of());
		try (JournalDatabase database = database(file(), 1 << 20)) {
			database.record(Entries.running(1));
		}
		assertThat(JournalDatabase.peek(new DataFolder(folder()), JournalQuery.newest(9)).orElseThrow()).hasSize(1);
	}
}
