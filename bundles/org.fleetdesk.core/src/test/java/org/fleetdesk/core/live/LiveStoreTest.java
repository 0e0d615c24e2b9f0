package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.FakeTime;
import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.fleet.Clusters;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveStoreTest {
	private final FakeTime time = new FakeTime();
	private final LiveStore store = new LiveStore(Clusters.named("dev"), Scope.all(FakeServer.PODS), time.clock());

	@BeforeEach
	void firstList() {
		store.relist();
		store.columns(List.of(FakeServer.column("Name"), FakeServer.column("Status")));
		store.row(row("a", 1));
		store.row(row("b", 1));
		store.row(row("c", 1));
		store.complete();
		live();
		time.advance(Duration.ofSeconds(10));
	}

	private void live() {
		store.freshness(new Freshness(Freshness.State.LIVE, time.clock().instant(), Optional.empty()));
	}

	private static Row row(String name, int version, Object... more) {
		Object[] cells = more.length > 0 ? more : new Object[]{name, "v" + version};
		return new Row("uid-" + name, "web", name, String.valueOf(version), 0, cells);
	}

	private List<String> rows() {
		return store.snapshot().lines().stream().map(l -> l.row().name() + l.row().resourceVersion()).toList();
	}

	private Line line(String name) {
		return store.snapshot().lines().stream().filter(l -> l.row().name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void aNewListIsADifferenceAndNeverABlank() {
		Line a = line("a");
		Line b = line("b");
		store.relist();
		assertThat(rows()).containsExactly("a1", "b1", "c1");
		store.row(row("a", 1));
		store.row(row("b", 2));
		store.row(row("d", 1));
		assertThat(rows()).containsExactly("a1", "b2", "c1", "d1");
		store.complete();
		assertThat(rows()).containsExactly("a1", "b2", "d1");
		assertThat(line("a")).isSameAs(a);
		assertThat(line("b")).isNotSameAs(b);
	}

	@Test
	void aListBegunAndNotCompletedTakesNothingAway() {
		store.relist();
		store.row(row("a", 1));
		store.relist();
		store.row(row("b", 1));
		store.complete();
		assertThat(rows()).containsExactly("b1");
	}

	@Test
	void rowsOfAFirstListThatBrokeAreGhostsUntilTheNextIsWhole() {
		LiveStore fresh = new LiveStore(Clusters.named("dev"), Scope.all(FakeServer.PODS), time.clock());
		fresh.relist();
		fresh.row(row("ghost", 1));
		fresh.relist();
		fresh.row(row("a", 1));
		assertThat(fresh.snapshot().lines()).hasSize(2);
		fresh.complete();
		assertThat(fresh.snapshot().lines()).extracting(l -> l.row().name()).containsExactly("a");
	}

	@Test
	void whatIsDeletedWhileAListRunsIsGone() {
		store.relist();
		store.row(row("a", 1));
		store.deleted(row("a", 2));
		store.complete();
		assertThat(rows()).isEmpty();
	}

	@Test
	void anObjectMadeAgainUnderItsNameIsAnotherOne() {
		store.relist();
		store.row(new Row("uid-new", "web", "a", "9", 0, new Object[0]));
		store.complete();
		assertThat(rows()).containsExactly("a9");
	}

	@Test
	void onlyWhatChangedAfterTheFirstListIsMarked() {
		store.row(row("b", 2));
		store.row(row("d", 1));
		long now = time.clock().millis();
		assertThat(line("a").changedMillis()).isZero();
		assertThat(line("b").changedMillis()).isEqualTo(now);
		assertThat(line("d").changedMillis()).isEqualTo(now);
		time.advance(Duration.ofSeconds(5));
		store.relist();
		store.row(row("a", 1));
		store.row(row("b", 2));
		store.row(row("c", 5));
		store.complete();
		assertThat(line("a").changedMillis()).isZero();
		assertThat(line("b").changedMillis()).isEqualTo(now);
		assertThat(line("c").changedMillis()).isEqualTo(now + 5_000);
	}

	@Test
	void aSnapshotIsMadeOnDemandAndSharedUntilTheNextChange() {
		Snapshot first = store.snapshot();
		assertThat(store.snapshot()).isSameAs(first);
		store.row(row("a", 1)); // nothing new
		store.columns(List.of(FakeServer.column("Name"), FakeServer.column("Status")));
		store.deleted(row("never seen", 1));
		assertThat(store.snapshot()).isSameAs(first);
		store.row(row("a", 2));
		assertThat(store.snapshot().version()).isGreaterThan(first.version());
		assertThat(first.lines().getFirst().row().resourceVersion()).isEqualTo("1");
	}

	@Test
	void newsOfTheFreshnessCopiesNoRows() {
		Snapshot live = store.snapshot();
		store.freshness(new Freshness(Freshness.State.STALE, time.clock().instant(),
				Optional.of(FakeServer.unreachable("dev"))));
		assertThat(store.snapshot().freshness().state()).isEqualTo(Freshness.State.STALE);
		assertThat(store.snapshot().lines()).isSameAs(live.lines());
	}

	@Test
	void rowsOfBeforeAChangeOfColumnsKeepTheirCellsUnderTheRightHeadings() {
		store.columns(List.of(FakeServer.column("Name"), FakeServer.column("Zone"), FakeServer.column("Status")));
		store.row(row("b", 2, "b", "eu", "v2"));
		ListContent content = content();
		assertThat(content.columns()).extracting(ListColumn::name).containsExactly("Name", "Zone", "Status");
		assertThat(content.lines().stream().map(l -> content.text(l, 1, Instant.EPOCH) + "|"
				+ content.text(l, 2, Instant.EPOCH))).containsExactly("|v1", "eu|v2", "|v1");
		store.relist();
		store.row(row("a", 1, "a", "us", "v1"));
		store.complete();
		ListContent relisted = content();
		assertThat(relisted.text(relisted.lines().getFirst(), 1, Instant.EPOCH)).isEqualTo("us");
		assertThat(relisted.lines().getFirst().changedMillis()).isZero();
	}

	private ListContent content() {
		return new ListBuilder().build(new ListBuilder.Wanted(List.of(store),
				new ListColumns.Ours(false, false, false), Filter.ALL, List.of(), ""), List.of(), 0);
	}

	@Test
	void listenersHearOfChangesOnlyAndOneThatFailsHarmsNobody() {
		AtomicInteger told = new AtomicInteger();
		store.listen(() -> {
			throw new IllegalStateException("a listener's bug");
		});
		var registration = store.listen(told::incrementAndGet);
		store.row(row("a", 1));
		assertThat(told).hasValue(0);
		store.row(row("a", 2));
		assertThat(told).hasValue(1);
		registration.close();
		registration.close();
		store.row(row("a", 3));
		assertThat(told).hasValue(1);
	}

	@Test
	void theSameObjectOfTwoClustersIsTwoLines() {
		LiveStore other = new LiveStore(Clusters.named("prod"), Scope.all(FakeServer.PODS), time.clock());
		other.row(row("a", 1));
		assertThat(other.snapshot().lines().getFirst()).isNotEqualTo(line("a"));
		LiveStore again = new LiveStore(Clusters.named("dev"), Scope.all(FakeServer.PODS), time.clock());
		again.row(row("a", 1));
		assertThat(again.snapshot().lines().getFirst()).isEqualTo(line("a")).hasSameHashCodeAs(line("a"));
	}
}
