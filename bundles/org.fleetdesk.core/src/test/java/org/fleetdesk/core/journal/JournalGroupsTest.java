package org.fleetdesk.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.internal.h2.DatabaseFile;
import org.fleetdesk.core.settings.DataFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalGroupsTest {
	/** As the first version made it. */
	private static final List<String> FIRST = List.of("""
			create table journal (id varchar(64) primary key, begun timestamp(9) with time zone not null,
				ended timestamp(9) with time zone, program varchar not null, account varchar not null,
				process bigint not null, cluster varchar not null, cluster_name varchar not null,
				identity varchar not null, operation varchar not null, type varchar not null,
				namespace varchar not null, name varchar not null, outcome varchar(16) not null,
				message varchar not null, was blob, is_now blob, size int not null)
			""", "create index journal_time on journal (begun)",
			"create index journal_cluster on journal (cluster, begun)",
			"create index journal_object on journal (name, namespace, type, begun)");

	@TempDir
	Path temporary;

	private static Entry part(int number, Entry.Group group) {
		return Entries.done(Entries.running(number), "old", "new").in(group);
	}

	private DataFolder folder() {
		return new DataFolder(temporary.resolve("data"));
	}

	@Test
	void theFileKeepsWhatBelongsTogetherAndReadsWhatOlderVersionsWrote() throws Exception {
		JournalFile file = new JournalFile(folder(), JournalFile.LIMIT, Thread.ofVirtual().factory(), finding -> {
			throw new AssertionError(finding);
		});
		Entry.Group group = Entry.Group.of(2, "OPS-17");
		file.record(part(1, group));
		file.record(part(2, group));
		file.record(Entries.running(3));
		Path lines = temporary.resolve("data").resolve("journal.jsonl");
		Files.writeString(lines, Files.readString(lines)
				+ "{\"id\":\"a\",\"begun\":\"2026-11-21T12:00:00Z\",\"outcome\":\"DONE\",\"message\":\"\",\"program\":\"workbench\","
				+ "\"account\":\"me\",\"process\":1,\"cluster\":\"c\",\"clusterName\":\"c\",\"identity\":\"\",\"operation\":\"apply\","
				+ "\"type\":\"pods\",\"namespace\":\"web\",\"name\":\"old\"}\n");
		assertThat(file.find(JournalQuery.newest(9))).hasSize(4);
		assertThat(file.find(JournalQuery.newest(9).group(group.id()))).hasSize(2)
				.allSatisfy(entry -> assertThat(entry.group()).isEqualTo(group));
		assertThat(file.find(JournalQuery.newest(9).group("a"))).singleElement()
				.satisfies(entry -> assertThat(entry.group()).isEqualTo(new Entry.Group("a", 1, "")));
		assertThat(JournalFileTest.names(file.find(JournalQuery.newest(9).text("ops-17").outcome(Entry.Outcome.DONE))))
				.containsExactly("object-2", "object-1");
		assertThat(file.find(JournalQuery.newest(9).type("pods").operation("apply"))).hasSize(1);
	}

	@Test
	void aDatabaseOfTheFirstVersionIsReadAsItIsAndTakenOver() throws Exception {
		DatabaseFile old = new DatabaseFile(folder(), "state", "WRITE_DELAY=0;MAX_COMPACT_TIME=0", FIRST);
		try (Connection connection = old.open(); Statement statement = connection.createStatement()) {
			statement
					.execute("insert into journal values ('a', timestamp with time zone '2026-11-21 12:00:00+00', null,"
							+ " 'workbench', 'me', 1, 'c', 'c', '', 'apply', 'pods', 'web', 'old', 'DONE', '', null, null, 500)");
			connection.commit();
		}
		List<Entry> peeked = JournalDatabase.peek(folder(), JournalQuery.newest(9).text("web/OLD")).orElseThrow();
		assertThat(peeked).singleElement()
				.satisfies(entry -> assertThat(entry.group()).isEqualTo(new Entry.Group("a", 1, "")));
		assertThat(JournalDatabase.peek(folder(), JournalQuery.newest(9).group("a"))).isEqualTo(Optional.of(peeked));
		Entry.Group group = Entry.Group.of(2, "OPS-17");
		try (Connection connection = JournalRows.file(folder()).open()) {
			JournalRows rows = new JournalRows(connection);
			rows.keep(List.of(part(1, group), part(2, group)), 1 << 20);
			assertThat(rows.find(JournalQuery.newest(9))).hasSize(3);
			assertThat(rows.find(JournalQuery.newest(9).group(group.id()))).hasSize(2)
					.allSatisfy(entry -> assertThat(entry.group()).isEqualTo(group));
			assertThat(rows.find(JournalQuery.newest(9).group("a"))).isEqualTo(peeked);
			assertThat(JournalFileTest.names(rows.find(JournalQuery.newest(9).text("OPS-17").type("configmaps"))))
					.containsExactly("object-2", "object-1");
			assertThat(rows.find(JournalQuery.newest(9).outcome(Entry.Outcome.UNKNOWN))).isEmpty();
			assertThat(rows.find(JournalQuery.newest(9).operation("scale"))).isEmpty();
		}
	}
}
