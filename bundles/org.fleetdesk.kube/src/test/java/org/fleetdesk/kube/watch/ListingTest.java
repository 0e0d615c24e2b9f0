package org.fleetdesk.kube.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetdesk.kube.watch.Freshness.State.LIVE;
import static org.fleetdesk.kube.watch.Freshness.State.LOADING;
import static org.fleetdesk.kube.watch.Freshness.State.STALE;
import static org.fleetdesk.kube.watch.Script.expired;
import static org.fleetdesk.kube.watch.Script.fault;
import static org.fleetdesk.kube.watch.Script.forbidden;
import static org.fleetdesk.kube.watch.Script.unreachable;

import java.time.Duration;
import java.util.List;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Throttled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How lists longer than a page are read. */
class ListingTest {

	private static final Duration LONG = Duration.ofMinutes(5);
	private static final Duration SHORT = Duration.ofSeconds(1);

	private final Script script = new Script();

	/** What was asked of the server. */
	private List<String> asked() {
		return script.story.stream().filter(s -> s.startsWith("list ") || s.startsWith("watch")).toList();
	}

	@Test
	void theRestComesInOneAnswerNotOlderThanTheFirstPage() {
		script.page("10", "t", "a", "gone").list("12", "a", "b").watch(LONG, "+c@13").play();
		assertThat(script.story).containsExactly("LOADING", "relist", "list 500", "columns 1", "relist",
				"list 0NotOlderThan10", "columns 1", "complete", "LIVE", "watch 12");
		assertThat(script.table).containsExactly("a", "b", "c");
	}

	@Test
	void aServerThatHasNoWholeAnswerBeginsTheWatchWithTheListWhichThenGoesOn() {
		script.page("10", "t", "a", "gone").fail(fault())
				.watch(LONG, "+a@3", "+b@4", "+gone@11", "-gone@12", "b@12", "=12", "+c@13").watch(LONG, "+d@14")
				.play();
		assertThat(script.story).containsExactly("LOADING", "relist", "list 500", "columns 1", "relist",
				"list 0NotOlderThan10", "relist", "watchList 10", "complete", "LIVE", "watch 13");
		assertThat(script.table).containsExactly("a", "b", "c", "d");
		assertThat(script.states()).containsExactly(LOADING, LIVE);
		assertThat(script.pauses).isEmpty();
	}

	@Test
	void whatBrokeLastIsTriedLast() {
		script.page("10", "t", "a").fail(unreachable()).page("20", "t", "a").watch(LONG, "+a@3", "+b@4", "=20")
				.fail(expired()).page("30", "t", "a").watch(LONG, "+a@3", "=30").watch(LONG).play();
		assertThat(asked()).containsExactly("list 500", "list 0NotOlderThan10", "list 500", "watchList 20", "watch 20",
				"list 500", "watchList 30", "watch 30");
		assertThat(script.table).containsExactly("a");
		assertThat(script.states()).containsExactly(LOADING, STALE, LIVE, STALE, LIVE);
	}

	@Test
	void pagesAreReadWhereNothingElseServesAndAnExpiredTokenMeansOneWholeList() {
		script.page("10", "t", "a").fail(fault()).fail(forbidden()).page("20", "u", "a").page("20", "v", "b")
				.fail(expired()).list("30", "a", "c").watch(LONG).play();
		assertThat(asked()).containsExactly("list 500", "list 0NotOlderThan10", "watchList 10", "list 500", "list 500u",
				"list 500v", "list 0", "watch 30");
		assertThat(script.table).containsExactly("a", "c");
		assertThat(script.pauses).isEmpty();
	}

	@Test
	void aListThatNoWayServesIsAskedForAgainLater() {
		script.page("10", "t", "a").fail(fault()).fail(fault()).fail(fault()).list("11", "b").watch(LONG).play();
		assertThat(script.states()).containsExactly(LOADING, STALE, LIVE);
		assertThat(script.pauses).hasSize(1);
		assertThat(script.table).containsExactly("b");
	}

	static List<KubeException> refusals() {
		return List.of(new KubeException.Invalid(Script.request(), Script.answer(400), null),
				new KubeException.NotFound(Script.request(), Script.answer(405), null));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void aServerThatRefusesToBeginAWatchWithTheListIsNotAskedAgain(KubeException refusal) {
		script.page("10", "t", "a").fail(fault()).fail(refusal).page("10", "t", "a").page("10", "", "b").fail(expired())
				.page("20", "t", "a").page("20", "", "b").fail(expired()).page("30", "", "a").watch(LONG).play();
		assertThat(asked()).filteredOn(s -> s.startsWith("watchList")).hasSize(1);
		assertThat(script.table).containsExactly("a");
	}

	@Test
	void aServerThatSendsOnlyWhatChangesIsFoundOutByItsEvents() {
		script.page("10", "t", "a").fail(fault()).then(sink -> {
			sink.watching();
			for (int i = 11; i < 1_000; i++) {
				script.pass(SHORT);
				Script.tell(sink, "+a@" + i);
			}
			throw new AssertionError("nobody ended it");
		}).page("1000", "t", "a").page("1000", "", "b").watch(LONG).play();
		assertThat(asked()).containsExactly("list 500", "list 0NotOlderThan10", "watchList 10", "list 500", "list 500t",
				"watch 1000");
		assertThat(script.habits.watchList(Script.PODS)).isFalse();
		assertThat(script.table).containsExactly("a", "b");
	}

	@Test
	void aServerThatSendsNothingIsFoundOutByItsSilence() {
		script.page("10", "t", "a").fail(fault()).then(sink -> {
			sink.watching();
			script.pass(Listing.PATIENCE);
			throw unreachable();
		}).page("10", "t", "a").page("10", "", "b").watch(LONG).play();
		assertThat(script.habits.watchList(Script.PODS)).isFalse();
		assertThat(script.states()).containsExactly(LOADING, LIVE);
		assertThat(script.table).containsExactly("a", "b");
	}

	@Test
	void aLongListOnASlowWayTakesAsLongAsItTakes() {
		script.page("10", "t", "a").fail(fault()).then(sink -> {
			sink.watching();
			for (int i = 1; i <= 10; i++) {
				script.pass(Listing.PATIENCE.minusSeconds(1));
				Script.tell(sink, "+a" + i + "@" + i);
			}
			Script.tell(sink, "=10");
			script.pass(LONG);
			return Script.NOTHING;
		}).watch(LONG).play();
		assertThat(script.table).hasSize(10);
		assertThat(script.habits.watchList(Script.PODS)).isTrue();
	}

	@Test
	void aWatchCutBeforeTheListIsWholeIsNoReasonToGiveItUpForEver() {
		script.page("10", "t", "a").fail(fault()).brokenWatch(unreachable(), "+a@3").page("20", "t", "a")
				.page("20", "", "b").watch(LONG).play();
		assertThat(script.habits.watchList(Script.PODS)).isTrue();
		assertThat(script.states()).containsExactly(LOADING, STALE, LIVE);
		assertThat(script.table).containsExactly("a", "b");
	}

	@Test
	void anEndOfTheWatchBeforeTheListIsWholeMeansTheNextWay() {
		script.page("10", "t", "a").fail(fault()).watch(SHORT, "+a@3").page("20", "t", "a").page("20", "", "b")
				.watch(LONG).play();
		assertThat(script.habits.watchList(Script.PODS)).isTrue();
		assertThat(asked()).containsExactly("list 500", "list 0NotOlderThan10", "watchList 10", "list 500", "list 500t",
				"watch 20");
		assertThat(script.pauses).isEmpty();
	}

	@Test
	void tooManyRequestsWithinAListWaitAsAsked() {
		script.page("10", "t", "a").fail(new Throttled(Script.request(), Script.answer(429), Duration.ofSeconds(17)))
				.list("20", "a").watch(LONG).play();
		assertThat(script.pauses).hasSize(1).allSatisfy(p -> assertThat(p).isBetween(17_000L, 18_000L));
		assertThat(asked()).containsExactly("list 500", "list 0NotOlderThan10", "list 500", "watch 20");
	}

	@Test
	void aListThatExpiresWhileItsWatchGivesItBacksOff() {
		script.page("10", "t", "a").fail(fault());
		for (int i = 0; i < 3; i++) {
			script.brokenWatch(expired(), "+a@3", "=1" + i).page("2" + i, "t", "a");
		}
		script.watch(LONG, "+a@3", "=30").play();
		assertThat(script.pauses).hasSize(2);
		assertThat(script.table).containsExactly("a");
	}

	@Test
	void whatCannotBeWatchedIsReadWithoutAWatch() {
		script.page("10", "t", "a").fail(fault()).page("10", "t", "a").page("10", "", "b").play("list");
		assertThat(asked()).containsExactly("list 500", "list 0NotOlderThan10", "list 500", "list 500t");
	}
}
