package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveListsTest {
	@TempDir
	Path folder;
	private Desk desk;
	private LiveLists lists;
	private ClusterSession session;
	private final Scope pods = Scope.all(FakeServer.PODS);

	@BeforeEach
	void open() {
		desk = new Desk(folder, "dev");
		desk.start();
		desk.server("dev").pod("web", "a", "Running", 0);
		desk.open("dev");
		lists = desk.fleet.lists();
		session = desk.cluster("dev").session().orElseThrow();
	}

	@AfterEach
	void close() {
		desk.close();
		assertThat(desk.time.threads()).isZero();
	}

	private LiveLists.Loan borrow() {
		LiveLists.Loan loan = lists.borrow(session, pods);
		desk.time.settle();
		return loan;
	}

	@Test
	void aBorrowedStoreIsListedAndFollowed() {
		LiveStore store = borrow().store();
		assertThat(store.snapshot().freshness().state()).isEqualTo(Freshness.State.LIVE);
		assertThat(store.snapshot().lines()).hasSize(1);
		desk.server("dev").pod("web", "b", "Pending", 0);
		desk.time.settle();
		assertThat(store.snapshot().lines()).hasSize(2);
	}

	@Test
	void rowsOfAnotherPlanStandInAStoreOfTheirOwnThatNobodyIsShown() {
		RowPlan plan = new RowPlan(
				List.of(new RowPlan.Cell(FakeServer.column("Name"), "first", List.of("metadata.name"))));
		LiveStore shown = borrow().store();
		LiveStore other = lists.borrow(session, pods, plan, 100).store();
		desk.time.settle();
		assertThat(other).isNotSameAs(shown)
				.isSameAs(lists.borrow(session, pods, new RowPlan(plan.cells()), 100).store());
		assertThat(other.snapshot().lines()).hasSize(1);
		assertThat(lists.stores()).containsExactly(shown);
		assertThat(lists.size()).isEqualTo(2);
	}

	@Test
	void allWhoShowTheSameShareOneStoreAndOneWatch() {
		assertThat(borrow().store()).isSameAs(borrow().store());
		assertThat(lists.size()).isEqualTo(1);
		assertThat(desk.time.threads()).isEqualTo(1);
		LiveLists.Loan other = lists.borrow(session, pods.in("web"));
		desk.time.settle();
		assertThat(other.store()).isNotSameAs(borrow().store());
		assertThat(lists.size()).isEqualTo(2);
	}

	@Test
	void aStoreThatNobodyHoldsLingersHalfAMinuteAndThenEnds() {
		LiveLists.Loan one = borrow();
		LiveLists.Loan two = borrow();
		one.close();
		desk.seconds(60);
		assertThat(lists.size()).isEqualTo(1);
		two.close();
		desk.seconds(29);
		assertThat(lists.size()).isEqualTo(1);
		assertThat(desk.time.threads()).isEqualTo(1);
		desk.seconds(2);
		assertThat(lists.size()).isZero();
		assertThat(desk.time.threads()).isZero();
	}

	@Test
	void comingBackInTimeFindsTheSameStoreStillLive() {
		LiveLists.Loan first = borrow();
		first.close();
		desk.seconds(20);
		LiveLists.Loan second = borrow();
		assertThat(second.store()).isSameAs(first.store());
		desk.seconds(60);
		assertThat(lists.size()).isEqualTo(1);
		assertThat(desk.time.threads()).isEqualTo(1);
	}

	@Test
	void aLoanGivenBackTwiceTakesNothingFromAnother() {
		LiveLists.Loan one = borrow();
		LiveLists.Loan two = borrow();
		one.close();
		one.close();
		desk.seconds(60);
		assertThat(lists.size()).isEqualTo(1);
		two.close();
		two.close();
		desk.seconds(31);
		assertThat(lists.size()).isZero();
	}

	@Test
	void aLoanGivenBackAfterTheEndOfItsStoreIsHarmless() {
		LiveLists.Loan loan = borrow();
		desk.fleet.close();
		loan.close();
		loan.close();
		assertThat(lists.size()).isZero();
	}

	@Test
	void aListFromAClosedSessionStaysAsItWas() {
		LiveLists.Loan loan = borrow();
		desk.fleet.close(desk.cluster("dev"));
		desk.time.settle();
		desk.server("dev").pod("web", "b", "Running", 0);
		desk.time.settle();
		assertThat(loan.store().snapshot().lines()).hasSize(1);
		assertThat(desk.time.threads()).isZero();
		loan.close();
		assertThat(lists.size()).as("nobody can come back for it").isZero();
	}
}
