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
	void columnsCompareNaturally() {
		assertThat(sorted("NAME", "agent-26", "agent-7v")).containsExactly("agent-7v", "agent-26");
	}

	@Test
	void unknownColumnNamesTheOnesThereAre() {
		assertThatThrownBy(() -> sorted("cpu", "a", "b")).hasMessageContaining("NAME");
	}
}
