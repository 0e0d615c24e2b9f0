package org.fleetdesk.core.internal.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.fleetdesk.core.settings.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {
	private static final List<String> TABLES = List.of("create table a (number int primary key)",
			"create index a_number on a (number)", "alter table a add column word varchar");

	@TempDir
	Path folder;

	private void execute(List<String> migrations, String statement) throws Exception {
		try (Connection connection = new DatabaseFile(new DataFolder(folder), "some", "WRITE_DELAY=0", migrations)
				.open();
				Statement now = connection.createStatement()) {
			now.execute(statement);
			connection.commit();
		}
	}

	@Test
	void aProgramMayBeKilledBetweenATableAndItsNote() throws Exception {
		for (int made = 1; made <= TABLES.size(); made++) {
			execute(TABLES.subList(0, made), "delete from migration where number = " + made);
			execute(TABLES.subList(0, made), "select * from a");
		}
		execute(TABLES, "insert into a values (1, 'one')");
	}

	@Test
	void aTableThatSomebodyElseMadeIsNotTakenForOurs() throws Exception {
		execute(List.of("create table b (number int)"), "create table a (other int)");
		List<String> more = List.of("create table b (number int)", "create table c (number int)", TABLES.getFirst());
		assertThatThrownBy(() -> execute(more, "select 1")).isInstanceOf(SQLException.class);
		assertThat(folder.resolve("some.mv.db")).exists();
	}
}
