package org.fleetdesk.cli.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.junit.jupiter.api.Test;

class RowOrderTest {
	private static final List<Column> COLUMNS = List.of(new Column("Name", "string", false, ""));

	private static List<String> sorted(String by, String... names) {
		return Stream.of(names).map(name -> new Row(name, "", name, "1", Row.NO_TIME, new Object[]{name}))
				.sorted(RowOrder.order(COLUMNS, by)).map(Row::name).toList();
	}

	@Test
	void kubectlsExpressionsComparePlainly() {
		assertThat(sorted(".metadata.name", "agent-7v", "agent-26")).containsExactly("agent-26", "agent-7v");
		assertThat(sorted("{.metadata.name}", "b", "a")).containsExactly("a", "b");
	}

	@Test
	void oldestComesFirstAndEqualTimesKeepTheServersOrder() {
		List<Row> rows = Stream.of(3, 1, 2, 1).map(t -> new Row("u" + t, "", "n", "1", t, new Object[0])).toList();
		List<Row> sorted = rows.stream().sorted(RowOrder.order(COLUMNS, ".metadata.creationTimestamp")).toList();
		assertThat(sorted).extracting(Row::createdMillis).containsExactly(1L, 1L, 2L, 3L);
		assertThat(sorted.getFirst()).isSameAs(rows.get(1));
	}

	@Test
	void columnsCompareNaturally() {
		assertThat(sorted("NAME", "agent-26", "agent-7v")).containsExactly("agent-7v", "agent-26");
	}

	@Test
	void unknownColumnNamesTheOnesThereAre() {
		assertThatThrownBy(() -> sorted("cpu", "a", "b")).hasMessageContaining("NAME");
	}
}
