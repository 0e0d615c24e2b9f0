package org.fleetdesk.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.journal.Entry.Outcome;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.kube.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The file and the database answer alike. */
class JournalSearchTest {
	private static final Entry.By DEAD = new Entry.By("command line", "joe", 1L << 40);
	@TempDir
	Path temporary;
	private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
	private final List<Finding> troubles = new ArrayList<>();
	private JournalFile file;
	private JournalDatabase database;

	@BeforeEach
	void open() {
		file = new JournalFile(new DataFolder(temporary.resolve("file")), JournalFile.LIMIT,
				Thread.ofVirtual().factory(), troubles::add);
		DataFolder folder = new DataFolder(temporary.resolve("database"));
		database = new JournalDatabase(folder,
				new JournalFile(folder, JournalFile.LIMIT, Thread.ofVirtual().factory(), troubles::add), () -> 1 << 24,
				new Background(Thread.ofVirtual().factory(), scheduler, java.time.InstantSource.system()),
				troubles::add);
		database.look();
	}

	@AfterEach
	void close() {
		database.close();
		scheduler.shutdownNow();
	}

	private void record(Entry entry) {
		file.record(entry);
		database.record(entry);
	}

	private static Entry entry(int number, Entry.By by, String identity, String type, String name) {
		return Entry.begin(Entries.START.plusMillis(number), by, new Entry.Place("c1", "prod-eu", identity),
				new Entry.Subject("edit", type, "shop", name));
	}

	private static Entry ended(Entry entry, Outcome outcome, String message) {
		return entry.end(entry.begun().plusMillis(1), outcome, message);
	}

	private List<String> names(JournalQuery query) {
		List<String> found = JournalFileTest.names(database.find(query));
		assertThat(JournalFileTest.names(file.find(query))).isEqualTo(found);
		return found;
	}

	private static JournalQuery all() {
		return JournalQuery.newest(9);
	}

	@Test
	void entriesAreFoundByWhatCameOfThem() {
		record(ended(entry(1, DEAD, "me", "pods", "done"), Outcome.DONE, ""));
		record(ended(entry(2, DEAD, "me", "pods", "failed"), Outcome.FAILED, "denied"));
		record(entry(3, DEAD, "me", "pods", "cut"));
		record(entry(4, Entry.By.thisProcess("test"), "me", "pods", "running"));
		record(ended(entry(5, DEAD, "me", "pods", "unknown"), Outcome.UNKNOWN, ""));
		assertThat(names(all().outcome(Outcome.DONE))).containsExactly("done");
		assertThat(names(all().outcome(Outcome.RUNNING))).containsExactly("running");
		assertThat(names(all().outcome(Outcome.UNKNOWN))).containsExactly("unknown", "cut");
		assertThat(names(all())).hasSize(5);
	}

	@Test
	void aProcessThatIsGoneLeavesAnUnknownOutcomeAmongAsManyAsAreWanted() {
		for (int i = 0; i < 20; i++) {
			record(entry(i, i % 2 == 0 ? DEAD : Entry.By.thisProcess("test"), "me", "pods", "pod-" + i));
		}
		assertThat(JournalFileTest.names(database.find(JournalQuery.newest(3).outcome(Outcome.RUNNING))))
				.containsExactly("pod-19", "pod-17", "pod-15");
	}

	@Test
	void entriesAreFoundByKindUserAndOperation() {
		record(entry(1, DEAD, "ann", "pods", "a"));
		record(entry(2, DEAD, "bob", "pods", "b"));
		record(entry(3, DEAD, "bob", "deployments.apps", "c"));
		assertThat(names(all().type("pods"))).containsExactly("b", "a");
		assertThat(names(all().type("pods").identity("bob"))).containsExactly("b");
		assertThat(names(all().operation("edit").identity("ann"))).containsExactly("a");
		assertThat(names(all().operation("delete"))).isEmpty();
	}

	@Test
	void everyWordIsFoundWhereverItStands() {
		record(ended(entry(1, DEAD, "ann", "pods", "web-1"), Outcome.FAILED, "quota 100% used"));
		record(entry(2, DEAD, "bob", "deployments.apps", "web_2"));
		assertThat(names(all().text("WEB"))).containsExactly("web_2", "web-1");
		assertThat(names(all().text(" web  ann "))).containsExactly("web-1");
		assertThat(names(all().text("shop/web_"))).containsExactly("web_2");
		assertThat(names(all().text("0% used"))).containsExactly("web-1");
		assertThat(names(all().text("prod-eu command edit"))).hasSize(2);
		assertThat(names(all().text("\\"))).isEmpty();
	}

	@Test
	void withoutObjectsTheyAreLeftOutAndFoundByKey() {
		Entry done = Entries.done(Entries.running(1), "old", "new");
		record(done);
		for (JournalHistory history : List.of(file, database)) {
			Entry bare = history.find(JournalQuery.newest(1).withoutObjects()).getFirst();
			assertThat(bare).isEqualTo(done.with(Optional.empty(), Optional.empty()));
			assertThat(history.entry(bare.id())).contains(done);
			assertThat(history.entry("none")).isEmpty();
		}
	}

	@Test
	void whatThereIsToChooseFromIsTold() {
		record(entry(1, DEAD, "ann", "pods", "a"));
		record(entry(2, DEAD, "bob", "deployments.apps", "b"));
		assertThat(database.choices()).isEqualTo(file.choices());
		assertThat(database.choices().clusters()).containsExactly(java.util.Map.entry("c1", "prod-eu"));
		assertThat(database.choices().types()).containsExactly("deployments.apps", "pods");
		assertThat(database.choices().identities()).containsExactly("ann", "bob");
	}

	@Test
	void listenersHearOfEveryEntry() {
		AtomicInteger told = new AtomicInteger();
		try (Registration listening = database.listen(told::incrementAndGet)) {
			record(Entries.running(1));
			assertThat(told).hasValue(1);
		}
		record(Entries.running(2));
		assertThat(told).hasValue(1);
	}

	@Test
	void whyADatabaseCannotBeUsedIsSaidUntilItCan() throws IOException {
		assertThat(database.problem()).isEmpty();
		Path broken = temporary.resolve("broken");
		Path inTheWay = broken.resolve("state.mv.db");
		Files.createDirectories(inTheWay);
		DataFolder folder = new DataFolder(broken);
		try (JournalDatabase second = new JournalDatabase(folder,
				new JournalFile(folder, JournalFile.LIMIT, Thread.ofVirtual().factory(), troubles::add), () -> 1 << 24,
				new Background(Thread.ofVirtual().factory(), scheduler, java.time.InstantSource.system()),
				troubles::add)) {
			second.look();
			assertThat(second.problem()).contains("cannot be used");
			second.record(Entries.running(1));
			assertThat(second.find(all())).hasSize(1);
			Files.delete(inTheWay);
			second.look();
			assertThat(second.problem()).isEmpty();
			assertThat(second.find(all())).hasSize(1);
		}
	}

	@Test
	void allIsExportedHoweverManyBeganAtOneMoment() throws IOException {
		Instant moment = Entries.START;
		List<Entry> all = IntStream.range(0, 1_700)
				.mapToObj(i -> Entry.begin(i < 800 ? moment : moment.plusNanos(i / 3), DEAD,
						new Entry.Place("c1", "prod-eu", "me"), new Entry.Subject("edit", "pods", "shop", "p" + i)))
				.toList();
		Files.createDirectories(temporary.resolve("database"));
		Files.write(temporary.resolve("database/journal.jsonl"),
				all.stream().map(new EntryJson()::line).toList());
		database.look();
		StringWriter text = new StringWriter();
		assertThat(new JournalExport(database, JournalExport.Form.CSV).write(JournalQuery.newest(1), text, n -> true))
				.isTrue();
		List<String> lines = text.toString().lines().toList();
		assertThat(lines).hasSize(1_701).doesNotHaveDuplicates();
		assertThat(lines.getFirst())
				.isEqualTo(
						"begun,ended,outcome,operation,type,namespace,name,cluster,identity,account,program,ticket,group,message");
		assertThat(lines.getLast()).contains(",prod-eu,me,joe,command line,,");
	}

	@Test
	void anExportHoldsWhatWasChangedButNoSecret() throws IOException {
		Entry done = Entries.done(Entries.running(1), "old", "new");
		record(done.end(done.begun(), Outcome.DONE, "said \"yes\", twice"));
		record(Entries.running(2).with(Optional.of(Entries.object("Secret", "CANARY")), Optional.empty()));
		StringWriter json = new StringWriter();
		new JournalExport(database, JournalExport.Form.JSON).write(JournalQuery.newest(1), json, n -> true);
		JsonNode array = new ObjectMapper().readTree(json.toString());
		assertThat(array).hasSize(2);
		assertThat(array.get(1).at("/before/data/key").asText()).isEqualTo("old");
		assertThat(array.get(1).at("/outcome").asText()).isEqualTo("done");
		assertThat(json.toString()).doesNotContain("CANARY");
		StringWriter csv = new StringWriter();
		new JournalExport(database, JournalExport.Form.CSV).write(JournalQuery.newest(1), csv, n -> true);
		assertThat(csv.toString()).contains("\"said \"\"yes\"\", twice\"\r\n");
	}

	@Test
	void anExportThatIsStoppedSaysSo() throws IOException {
		record(Entries.running(1));
		assertThat(new JournalExport(database, JournalExport.Form.JSON).write(JournalQuery.newest(1),
				new StringWriter(), n -> false)).isFalse();
		assertThat(JournalExport.Form.of("a.CSV")).contains(JournalExport.Form.CSV);
		assertThat(JournalExport.Form.of("a.txt")).isEmpty();
	}
}
