package org.fleetdesk.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.kube.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
	@TempDir
	Path folder;
	private final List<Finding> troubles = new ArrayList<>();

	private JournalFile file(long limit) {
		return new JournalFile(new DataFolder(folder.resolve("data")), limit, Thread.ofVirtual().factory(),
				troubles::add);
	}

	private Path lines() {
		return folder.resolve("data/journal.jsonl");
	}

	@Test
	void aChangeIsOneEntryThatSaysHowItEnded() {
		JournalFile file = file(JournalFile.LIMIT);
		Entry running = Entries.running(1);
		file.record(running);
		assertThat(file.find(JournalQuery.newest(5))).containsExactly(running);
		Entry done = Entries.done(running, "old", "new");
		file.record(done);
		assertThat(file.find(JournalQuery.newest(5))).containsExactly(done);
	}

	@Test
	void onlyTheOwnerMayReadIt() throws Exception {
		file(JournalFile.LIMIT).record(Entries.running(1));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lines()))).isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lines().getParent())))
				.isEqualTo("rwx------");
	}

	@Test
	void theNewestComeFirstAndQueriesChoose() {
		JournalFile file = file(JournalFile.LIMIT);
		for (int i = 0; i < 10; i++) {
			file.record(Entries.running(i % 2 == 0 ? "even" : "odd", i));
		}
		assertThat(names(file.find(JournalQuery.newest(3)))).containsExactly("object-9", "object-8", "object-7");
		assertThat(names(file.find(JournalQuery.newest(2).of("even")))).containsExactly("object-8", "object-6");
		assertThat(names(file.find(JournalQuery.newest(9).of(new JournalQuery.Of("configmaps", "web", "object-4")))))
				.containsExactly("object-4");
		assertThat(names(file.find(
				JournalQuery.newest(9).between(Entries.START.plusMillis(2), Entries.START.plusMillis(4)))))
				.containsExactly("object-3", "object-2");
	}

	static List<String> names(List<Entry> entries) {
		return entries.stream().map(entry -> entry.subject().name()).toList();
	}

	@Test
	void aLastLineCutInTheMiddleSpoilsNothing() throws Exception {
		JournalFile file = file(JournalFile.LIMIT);
		file.record(Entries.running(1));
		Files.writeString(lines(), Files.readString(lines()).substring(0, 40), StandardOpenOption.APPEND);
		file.record(Entries.running(2));
		assertThat(names(file.find(JournalQuery.newest(9)))).containsExactly("object-2", "object-1");
	}

	@Test
	void whatAProcessThatIsGoneDidNotEndIsUnknown() throws Exception {
		Process child = Child.start("", "file", folder.resolve("data"), 0, 1, "running");
		assertThat(child.waitFor()).isZero();
		assertThat(file(JournalFile.LIMIT).find(JournalQuery.newest(9))).extracting(Entry::outcome)
				.containsExactly(Entry.Outcome.UNKNOWN);
	}

	@Test
	void aFullFileLosesItsOlderHalfAndStaysBounded() throws Exception {
		JournalFile file = file(20_000);
		for (int i = 0; i < 200; i++) {
			file.record(Entries.running(i));
		}
		assertThat(Files.size(lines()) + Files.size(folder.resolve("data/journal.jsonl.1"))).isBetween(10_000L,
				20_000L);
		List<String> names = names(file.find(JournalQuery.newest(500)));
		assertThat(names).hasSizeBetween(20, 199).startsWith("object-199", "object-198");
	}

	@Test
	void anObjectThatIsTooLargeIsLeftOutOfItsEntry() {
		JournalFile file = file(20_000);
		file.record(Entries.done(Entries.running(1), "x".repeat(30_000), "y"));
		assertThat(file.find(JournalQuery.newest(1))).singleElement().satisfies(entry -> {
			assertThat(entry.outcome()).isEqualTo(Entry.Outcome.DONE);
			assertThat(entry.before()).isEmpty();
		});
	}

	@Test
	void anInterruptedCallerKeepsItsEntryAndItsInterrupt() {
		JournalFile file = file(JournalFile.LIMIT);
		Thread.currentThread().interrupt();
		file.record(Entries.running(1));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(file.find(JournalQuery.newest(1))).hasSize(1);
	}

	@Test
	void theDataOfSecretsIsNeverWritten() throws Exception {
		JournalFile file = file(JournalFile.LIMIT);
		Entry running = Entry.begin(Entries.START, Entry.By.thisProcess("test"), new Entry.Place("c", "c", "me"),
				new Entry.Subject("apply", "secrets", "web", "s"));
		file.record(running.with(Optional.of(Entries.object("Secret", "Q0FOQVJZLW9sZA==")),
				Optional.of(Entries.object("Secret", "Q0FOQVJZLW5ldw=="))).end(Entries.START, Entry.Outcome.FAILED,
						"the value token=CANARY-token is wrong"));
		assertThat(Files.readString(lines())).doesNotContain("CANARY", "Q0FOQVJZ").contains("\u2022\u2022\u2022\u2022");
		Entry kept = file.find(JournalQuery.newest(1)).getFirst();
		assertThat(kept.after().orElseThrow().path("data").path("key").asText()).contains("10");
	}

	@Test
	void aFolderThatCannotBeMadeIsSaidOnceAndStopsNothing() throws Exception {
		Files.writeString(folder.resolve("data"), "a file in its place");
		JournalFile file = file(JournalFile.LIMIT);
		file.record(Entries.running(1));
		file.record(Entries.running(2));
		assertThat(troubles).singleElement().satisfies(finding -> assertThat(finding.text()).contains("data"));
		assertThat(file.find(JournalQuery.newest(1))).isEmpty();
	}

	@Test
	void twoProgramsAtOnceLoseNothing() throws Exception {
		Process one = Child.start("", "file", folder.resolve("data"), 0, 150);
		Process two = Child.start("", "file", folder.resolve("data"), 1000, 150);
		assertThat(one.waitFor()).isZero();
		assertThat(two.waitFor()).isZero();
		List<Entry> all = file(JournalFile.LIMIT).find(JournalQuery.newest(1000));
		assertThat(all).hasSize(300).allMatch(entry -> entry.outcome() == Entry.Outcome.DONE);
	}

	@Test
	void whatWasKeptBeforeAKillIsThere() throws Exception {
		Process child = Child.start("", "file", folder.resolve("data"), 0, 100_000);
		int last = sayUpTo(child, 100);
		child.destroyForcibly().waitFor();
		JournalFile file = file(JournalFile.LIMIT);
		assertThat(names(file.find(JournalQuery.newest(100_000)))).contains("object-0", "object-" + last);
		file.record(Entries.running(100_000));
		assertThat(file.find(JournalQuery.newest(1))).hasSize(1);
	}

	static int sayUpTo(Process child, int number) throws Exception {
		BufferedReader lines = child.inputReader(StandardCharsets.UTF_8);
		int last;
		do {
			last = Integer.parseInt(lines.readLine());
		} while (last < number);
		return last;
	}

	@Test
	void aFullDiskIsSaidOnceAndLeavesWholeLines() throws Exception {
		Process child = Child.start("ulimit -f 64", "file", folder.resolve("data"), 0, 200);
		List<String> said = child.inputReader(StandardCharsets.UTF_8).lines().toList();
		assertThat(child.waitFor()).isZero();
		assertThat(said.stream().filter(line -> line.startsWith("trouble"))).hasSize(1);
		assertThat(said).contains("199");
		assertThat(Files.readString(lines())).endsWith("\n");
		assertThat(file(JournalFile.LIMIT).find(JournalQuery.newest(1000))).hasSizeGreaterThan(20);
	}
}
