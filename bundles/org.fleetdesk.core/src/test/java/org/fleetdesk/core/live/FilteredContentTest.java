package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilteredContentTest {
	private final LiveStore store = store();

	private static LiveStore store() {
		LiveStore store = new LiveStore(Clusters.named("prod-eu"), Scope.all(FakeServer.PODS), () -> Instant.EPOCH);
		store.columns(List.of(FakeServer.column("Name"), FakeServer.column("Status"),
				new Column("Restarts", "integer", false, ""), FakeServer.column("Age"),
				new Column("Node", "string", true, "")));
		store.row(new Row("1", "web", "api-7c9", "1", Row.NO_TIME,
				new Object[]{"api-7c9", "CrashLoopBackOff", 14L, "2d", "gpu-Straße"}));
		store.row(new Row("2", "db", "postgres-0", "1", 0, new Object[]{"postgres-0", "Running", 0L, "3d", null}));
		return store;
	}

	private List<String> found(String words) {
		return content(words).lines().stream().map(l -> l.row().name()).toList();
	}

	private ListContent content(String words) {
		return new ListBuilder().build(new ListBuilder.Wanted(List.of(store), new ListColumns.Ours(false, true, true),
				Filter.parse(words), List.of(), ""), List.of(), 0);
	}

	@ParameterizedTest
	@ValueSource(strings = {"api", "API-7", "crashloop", "  crash   web ", "14", "gpu", "STRAßE", "web api 14 gpu",
			"back prod-eu 7c9"})
	void everyWordIsFoundInSomeCellWhateverItsCase(String words) {
		assertThat(found(words)).containsExactly("api-7c9");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "  ", "prod", "PROD-EU"})
	void noWordsAndWordsOfAllFindAll(String words) {
		assertThat(found(words)).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = {"api running", "xyz", "2d", "1970", "api-7c99", "15"})
	void aWordThatIsMissingOrIsAnAgeFindsNothing(String words) {
		assertThat(found(words)).isEmpty();
	}

	@Test
	void lookingThroughManyRowsMakesHardlyAnyGarbage() {
		int rows = 20_000;
		for (int i = 0; i < rows; i++) {
			store.row(new Row("many-" + i, "web", "many-" + i, "1", i,
					new Object[]{"many-" + i, "Running", 1L, "2d", null}));
		}
		var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		ListContent content = content("crash web nothing");
		long spent = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(content.lines()).isEmpty();
		assertThat(spent).isLessThan(24L * rows); // the array of lines, and an iterator here and there
	}

	@Test
	void aColumnOfMomentsIsComparedByHowLongAgoTheyWere() {
		LiveStore events = new LiveStore(Clusters.named("prod-eu"), Scope.all(FakeServer.PODS), () -> Instant.EPOCH);
		events.columns(List.of(new Column("Last Seen", "date", false, ""), FakeServer.column("Type")));
		events.row(new Row("1", "web", "old", "1", 0, new Object[]{1_000L, "Warning"}));
		events.row(new Row("2", "web", "new", "1", 0, new Object[]{1_000_000L, "Warning"}));
		ListBuilder.Wanted wanted = new ListBuilder.Wanted(List.of(events), new ListColumns.Ours(false, false, true),
				Filter.parse("type=Warning \"Last Seen\"<=15m"), List.of(), "");
		assertThat(new ListBuilder().build(wanted, List.of(), 1_600_000).lines())
				.extracting(line -> line.row().name()).containsExactly("new");
	}

	@Test
	void theTotalCountsWhatTheFilterHides() {
		ListContent content = content("api");
		assertThat(content.lines()).hasSize(1);
		assertThat(content.total()).isEqualTo(2);
	}
}
