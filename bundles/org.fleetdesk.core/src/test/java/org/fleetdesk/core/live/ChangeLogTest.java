package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;

import org.junit.jupiter.api.Test;

/** What a store tells of how it came from one version to another. */
class ChangeLogTest {
	private final LiveStore store = new LiveStore(Clusters.named("dev"), Scope.all(FakeServer.PODS),
			() -> Instant.EPOCH);

	private static Row row(String name, int version, Object... cells) {
		return new Row("uid-" + name, "web", name, String.valueOf(version), 0, cells);
	}

	private static List<String> names(List<Line> lines) {
		return lines.stream().map(l -> l.row().name() + l.row().resourceVersion()).toList();
	}

	private void list(Row... rows) {
		store.relist();
		List.of(rows).forEach(store::row);
		store.complete();
	}

	@Test
	void fromNothingTheWayIsTheWhole() {
		list(row("a", 1), row("b", 1));
		Delta delta = store.since(-1);
		assertThat(delta.whole()).isTrue();
		assertThat(names(delta.came())).containsExactly("a1", "b1");
		assertThat(delta.gone()).isEmpty();
	}

	@Test
	void fromTheNewestNothingChanged() {
		list(row("a", 1));
		assertThat(store.since(store.since(-1).version()).none()).isTrue();
		assertThat(store.since(store.snapshot().version()).none()).isTrue();
	}

	@Test
	void manyChangesOfOneObjectAreOne() {
		list(row("a", 1), row("b", 1));
		long version = store.since(-1).version();
		for (int i = 2; i < 30; i++) {
			store.row(row("a", i));
		}
		Delta delta = store.since(version);
		assertThat(delta.whole()).isFalse();
		assertThat(names(delta.gone())).containsExactly("a1");
		assertThat(names(delta.came())).containsExactly("a29");
	}

	@Test
	void whatComesAndGoesInBetweenIsNoChange() {
		list(row("a", 1));
		long version = store.since(-1).version();
		store.row(row("b", 1));
		store.deleted(row("b", 2));
		assertThat(store.since(version).none()).isTrue();
		assertThat(store.since(version).version()).isGreaterThan(version);
	}

	@Test
	void aNewListIsItsDifference() {
		list(row("a", 1), row("b", 1), row("c", 1));
		long version = store.since(-1).version();
		list(row("a", 1), row("b", 2), row("d", 1));
		Delta delta = store.since(version);
		assertThat(names(delta.gone())).containsExactlyInAnyOrder("b1", "c1");
		assertThat(names(delta.came())).containsExactlyInAnyOrder("b2", "d1");
	}

	@Test
	void aListAfterRowsOfTheCacheIsItsDifferenceToThem() {
		store.seed(List.of(FakeServer.column("Name")), List.of(row("a", 1, "a"), row("b", 1, "b"), row("c", 1, "old")),
				Instant.EPOCH);
		long version = store.since(-1).version();
		store.relist();
		store.columns(List.of(FakeServer.column("Name")));
		store.row(row("a", 1, "a"));
		store.row(row("c", 1, "new")); // the same version, which another release of this program read
		store.complete();
		Delta delta = store.since(version);
		assertThat(names(delta.gone())).containsExactlyInAnyOrder("b1", "c1");
		assertThat(delta.came()).extracting(l -> l.row().cell(0)).containsExactly("new");
	}

	@Test
	void beyondItsBoundTheWayIsTheWholeAgain() {
		list(row("a", 1));
		for (int i = 0; i < 20_000; i++) {
			store.row(row("many-" + i, 1));
		}
		long version = store.since(-1).version();
		for (int i = 0; i < 8_000; i++) {
			store.row(row("many-" + i, 2));
		}
		assertThat(store.since(version).whole()).isFalse();
		assertThat(store.since(version).came()).hasSize(8_000);
		for (int i = 0; i < 1_000; i++) {
			store.row(row("many-" + i, 3));
		}
		assertThat(store.since(version).whole()).isTrue();
		assertThat(store.since(version).came()).hasSize(20_001);
	}

	@Test
	void aVersionThatTheStoreNeverHadLeadsNowhere() {
		list(row("a", 1));
		assertThat(store.since(store.snapshot().version() + 1).whole()).isTrue();
	}
}
