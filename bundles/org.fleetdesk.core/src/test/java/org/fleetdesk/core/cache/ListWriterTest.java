package org.fleetdesk.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListWriterTest {
	private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
	private static final List<Column> COLUMNS = List.of(FakeServer.column("Name"), FakeServer.column("Status"));
	@TempDir
	Path folder;
	private final ListKey key = new ListKey("dev", "https://dev", Scope.all(FakeServer.PODS));
	private final ListWriter writer = new ListWriter(key);
	private Connection connection;
	private CacheTables tables;

	@BeforeEach
	void open() throws Exception {
		connection = CacheTables.file(new DataFolder(folder)).open();
		tables = new CacheTables(connection);
	}

	@AfterEach
	void close() throws Exception {
		connection.close();
	}

	private static List<Row> rows(int count) {
		List<Row> rows = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			rows.add(row(i, 1));
		}
		return rows;
	}

	private static Row row(int number, int version) {
		return new Row("uid-" + number, "web", "pod-" + number, String.valueOf(version), 0,
				new Object[]{"pod-" + number, "v" + version});
	}

	private int write(List<Row> rows) throws Exception {
		writer.plan(tables, COLUMNS, rows, NOON);
		int blocks = writer.write(tables, Integer.MAX_VALUE);
		assertThat(writer.busy()).isFalse();
		tables.commit();
		return blocks;
	}

	private List<String> kept() throws Exception {
		CachedList list = tables.lists().getFirst();
		List<byte[]> blocks = tables.blocks(list.number(), 0, 99_999).stream().map(CacheTables.Block::bytes).toList();
		List<Row> rows = RowBlock.rows(blocks);
		assertThat(list.rows()).isEqualTo(rows.size());
		return rows.stream().map(row -> row.name() + " " + row.cell(1)).sorted().toList();
	}

	private static List<String> words(List<Row> rows) {
		return rows.stream().map(row -> row.name() + " " + row.cell(1)).sorted().toList();
	}

	@Test
	void onlyBlocksInWhichSomethingChangedAreWrittenAgain() throws Exception {
		List<Row> rows = rows(10_000);
		assertThat(write(rows)).isBetween(32, 64);
		assertThat(write(rows)).isZero();
		rows.set(5_000, row(5_000, 2));
		assertThat(write(rows)).isEqualTo(1);
		rows.set(5_000, new Row("uid-5000", "web", "pod-5000", "2", 0, new Object[]{"pod-5000", "read otherwise"}));
		assertThat(write(rows)).isEqualTo(1);
		rows.remove(7_000);
		assertThat(write(rows)).isEqualTo(1);
		rows.add(row(20_000, 1));
		assertThat(write(rows)).isEqualTo(1);
		assertThat(kept()).isEqualTo(words(rows));
	}

	@Test
	void aListThatGrowsOrShrinksMuchIsLaidOutAnew() throws Exception {
		write(rows(100));
		assertThat(write(rows(20_000))).isGreaterThan(50);
		assertThat(kept()).hasSize(20_000);
		assertThat(write(rows(10))).isEqualTo(1);
		assertThat(kept()).isEqualTo(words(rows(10)));
		assertThat(tables.lists()).hasSize(1);
		write(List.of());
		assertThat(kept()).isEmpty();
	}

	@Test
	void aListThatIsNotWholeYetLeavesTheOneBefore() throws Exception {
		write(rows(100));
		writer.plan(tables, COLUMNS, rows(20_000), NOON);
		assertThat(writer.write(tables, 5)).isEqualTo(5);
		tables.commit();
		assertThat(kept()).hasSize(100);
		connection.close();
		open();
		assertThat(kept()).hasSize(100);
		assertThat(tables.blocks(tables.lists().getFirst().number() + 1, 0, 99)).as("what was left of it").isEmpty();
	}

	@Test
	void otherColumnsAreAnotherList() throws Exception {
		write(rows(1_000));
		List<Column> others = List.of(FakeServer.column("Name"), FakeServer.column("Phase"));
		writer.plan(tables, others, rows(1_000), NOON);
		assertThat(writer.write(tables, 99)).isGreaterThan(1);
		assertThat(tables.lists()).hasSize(1).first().returns(others, CachedList::columns).returns(NOON,
				CachedList::known);
	}

	@Test
	void goingOnFromWhatIsKeptWritesWhatChangedAlone() throws Exception {
		List<Row> rows = rows(5_000);
		write(rows);
		ListWriter other = new ListWriter(key);
		CacheTables.Stored stored = tables.list(key).orElseThrow();
		other.adopt(stored, tables.blocks(stored.list().number(), 0, 99_999), rows);
		rows.set(17, row(17, 2));
		other.plan(tables, COLUMNS, rows, NOON.plusSeconds(60));
		assertThat(other.write(tables, 99_999)).isEqualTo(1);
		assertThat(kept()).isEqualTo(words(rows));
		assertThat(tables.lists().getFirst().known()).isEqualTo(NOON.plusSeconds(60));
	}

	@Test
	void theOldestGoWhenThereIsTooMuch() throws Exception {
		for (int i = 0; i < 10; i++) {
			ListKey each = new ListKey("dev", "https://dev", Scope.all(FakeServer.PODS).in("ns-" + i));
			ListWriter own = new ListWriter(each);
			own.plan(tables, COLUMNS, rows(3_000), NOON.plusSeconds(i));
			own.write(tables, 99);
		}
		long all = tables.size();
		assertThat(tables.shrink(all / 2)).hasSize(5);
		assertThat(tables.size()).isBetween(all / 3, all / 2);
		assertThat(tables.lists()).extracting(CachedList::namespace).containsExactly("ns-5", "ns-6", "ns-7", "ns-8",
				"ns-9");
		tables.shrink(0);
		assertThat(tables.lists()).isEmpty();
		assertThat(tables.size()).isZero();
	}
}
