package org.fleetdesk.kube.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fleetdesk.kube.watch.Freshness.State.FAILED;
import static org.fleetdesk.kube.watch.Freshness.State.LIVE;
import static org.fleetdesk.kube.watch.Freshness.State.LOADING;
import static org.fleetdesk.kube.watch.Freshness.State.STALE;
import static org.fleetdesk.kube.watch.Script.expired;
import static org.fleetdesk.kube.watch.Script.fault;
import static org.fleetdesk.kube.watch.Script.forbidden;
import static org.fleetdesk.kube.watch.Script.unreachable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.KubeException.Throttled;
import org.fleetdesk.kube.KubeException.Unauthenticated;
import org.fleetdesk.kube.KubeException.Untrusted;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReflectorTest {

	private static final Duration LONG = Duration.ofMinutes(5);

	@Test
	void aListIsReadAndThenWatchedFromItsVersion() {
		Script script = new Script().list("10", "a", "b").watch(LONG, "+c@11").play();
		assertThat(script.table).containsExactly("a", "b", "c");
		assertThat(script.story).containsExactly("LOADING", "relist", "list 500", "columns 1", "complete", "LIVE",
				"watch 10");
		assertThat(script.pauses).isEmpty();
	}

	@Test
	void aWatchThatEndsGoesOnFromTheLastVersionSeen() {
		Script script = new Script().list("10", "a").watch(LONG, "+b@12", "-a@13").watch(LONG, "b@20")
				.watch(LONG, "b@15").watch(LONG).play();
		assertThat(script.story).endsWith("LIVE", "watch 10", "watch 13", "watch 20", "watch 20");
		assertThat(script.table).containsExactly("b");
		assertThat(script.states()).containsExactly(LOADING, LIVE);
		assertThat(script.pauses).isEmpty();
	}

	@Test
	void anExpiredVersionIsListedAgainAtOnceAndWithoutABlank() {
		Script script = new Script().list("10", "a", "b").brokenWatch(expired()).then(sink -> {
			sink.columns(Script.COLUMNS);
			sink.row(Script.row("b", "30"));
			return new Page("30", Optional.empty(), OptionalLong.empty());
		}).watch(LONG, "+c@31");
		script.play();
		assertThat(script.table).containsExactly("b", "c");
		assertThat(script.pauses).isEmpty();
		assertThat(script.states()).containsExactly(LOADING, LIVE, STALE, LIVE);
		assertThat(script.story).containsSubsequence("watch 10", "relist", "list 500", "complete", "watch 30");
	}

	@Test
	void aVersionThatExpiresAsSoonAsItWasGivenBacksOff() {
		Script script = new Script().list("10").fail(expired()).list("20").fail(expired()).list("30").fail(expired())
				.list("40").watch(LONG);
		script.play();
		assertThat(script.pauses).hasSize(2);
		assertThat(script.pauses.get(1)).isGreaterThan(1_600);
		assertThat(script.states()).endsWith(STALE, LIVE);
	}

	@Test
	void aServerThatIsAwayMakesTheListStaleAndComesBackByItself() {
		Script script = new Script().list("10", "a").brokenWatch(unreachable(), "+b@11").fail(unreachable())
				.fail(unreachable()).watch(LONG, "-a@14").play();
		assertThat(script.states()).containsExactly(LOADING, LIVE, STALE, LIVE);
		assertThat(script.said.get(2).problem()).containsInstanceOf(KubeException.Unreachable.class);
		assertThat(script.story).endsWith("LIVE", "watch 10", "STALE", "pause", "watch 11", "pause", "watch 11",
				"pause", "watch 11", "LIVE");
		assertThat(script.table).containsExactly("b");
	}

	@Test
	void waitsDoubleWithJitterUpToHalfAMinuteAndBeginAnewAfterSuccess() {
		Script script = new Script();
		IntStream.range(0, 12).forEach(i -> script.fail(unreachable()));
		script.list("10").brokenWatch(unreachable(), "+a@11").watch(LONG).play();
		List<Long> pauses = script.pauses;
		for (int i = 0; i < 12; i++) {
			long base = Math.min(30_000, 800L << Math.min(i, 20));
			assertThat(pauses.get(i)).isBetween(base, Math.min(30_000, 2 * base));
		}
		assertThat(pauses.get(0)).isNotEqualTo(800);
		assertThat(pauses.get(12)).isBetween(800L, 1_600L);
		assertThat(script.states()).containsExactly(LOADING, STALE, LIVE, STALE, LIVE);
	}

	@Test
	void tooManyRequestsWaitAsLongAsTheServerAsks() {
		Throttled asks = new Throttled(Script.request(), Script.answer(429), Duration.ofSeconds(17));
		Throttled never = new Throttled(Script.request(), Script.answer(429), Duration.ofDays(1));
		Throttled silent = new Throttled(Script.request(), Script.answer(429), null);
		Script script = new Script().fail(asks).fail(never).fail(silent).list("10").fail(asks).watch(LONG).play();
		assertThat(script.pauses.get(0)).isBetween(17_000L, 18_000L);
		assertThat(script.pauses.get(1)).isBetween(Reflector.LONGEST_RETRY_AFTER,
				Reflector.LONGEST_RETRY_AFTER + 1_000);
		assertThat(script.pauses.get(2)).isBetween(3_200L, 6_400L);
		assertThat(script.pauses.get(3)).isBetween(17_000L, 18_000L);
		assertThat(script.states()).containsExactly(LOADING, STALE, LIVE, STALE, LIVE);
		assertThat(script.story).endsWith("pause", "watch 10", "LIVE");
	}

	static Stream<KubeException> refusals() {
		return Stream.of(forbidden(), new KubeException.NotFound(Script.request(), Script.answer(404), null),
				new Unauthenticated(Script.request(), Script.answer(401), null),
				new Untrusted(Script.request(), Script.answer(0), null),
				new KubeException.Invalid(Script.request(), Script.answer(400), null));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whatOnlyPeopleCanMendFailsAndIsAskedAgainSlowly(KubeException refusal) {
		Script script = new Script().fail(refusal).fail(refusal).list("10", "a").watch(LONG).play();
		assertThat(script.states()).containsExactly(LOADING, FAILED, LIVE);
		assertThat(script.said.get(1).problem()).contains(refusal);
		assertThat(script.pauses).hasSize(2).allSatisfy(p -> assertThat(p).isBetween(30_000L, 60_000L));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void aListOnceLoadedStaysAndIsStaleWhenItsWatchIsRefused(KubeException refusal) {
		Script script = new Script().list("10", "a").fail(refusal).list("11", "a", "b").fail(refusal)
				.list("12", "a", "b", "c").watch(LONG).play();
		assertThat(script.table).containsExactly("a", "b", "c");
		assertThat(script.states()).containsExactly(LOADING, LIVE, STALE, LIVE);
		assertThat(script.pauses).hasSize(2).allSatisfy(p -> assertThat(p).isBetween(30_000L, 60_000L));
	}

	@Test
	void aWatchThatAServerCannotServeIsListedAgainMoreAndMoreSlowly() {
		Script script = new Script().list("10", "a").fail(fault()).list("11", "b").fail(fault()).list("12", "c")
				.fail(fault()).list("13", "d").watch(LONG).play();
		assertThat(script.states()).containsExactly(LOADING, LIVE, STALE, LIVE);
		assertThat(script.pauses.get(2)).isGreaterThan(3_000);
		assertThat(script.table).containsExactly("d");
	}

	@Test
	void watchesThatEndAtOnceAreNotAskedForInALoop() {
		Script script = new Script().list("10").watch(Duration.ZERO).watch(Duration.ZERO).watch(Duration.ZERO)
				.watch(LONG, "+a@11").play();
		assertThat(script.pauses).hasSize(3);
		assertThat(script.pauses.get(2)).isGreaterThan(3_000);
		assertThat(script.states()).containsExactly(LOADING, LIVE, STALE, LIVE, STALE, LIVE);
	}

	@Test
	void whatCannotBeWatchedIsListedAgainEachFifteenSeconds() {
		Script script = new Script().list("10", "a").list("11", "b").fail(unreachable()).list("12", "c").play("list");
		assertThat(script.table).containsExactly("c");
		assertThat(script.pauses.get(0)).isEqualTo(15_000);
		assertThat(script.pauses.get(1)).isEqualTo(15_000);
		assertThat(script.pauses.get(2)).isLessThan(1_700);
		assertThat(script.states()).containsExactly(LOADING, LIVE, STALE, LIVE);
		assertThat(script.story).noneMatch(s -> s.startsWith("watch"));
	}

	@Test
	void aListWithoutAVersionIsListedAgainAndNotWatched() {
		Script script = new Script().list("", "a").list("", "b").play();
		assertThat(script.pauses).startsWith(15_000L);
		assertThat(script.story).noneMatch(s -> s.startsWith("watch"));
		assertThat(script.states()).containsExactly(LOADING, LIVE);
	}

	@Test
	void otherColumnsInTheWatchMeanANewListOnce() {
		List<Column> two = List.of(Script.COLUMNS.getFirst(), new Column("More", "string", false, ""));
		Script.Step watch = sink -> {
			sink.watching();
			sink.columns(two);
			sink.row(Script.row("b", "11"));
			return new Page("", Optional.empty(), OptionalLong.empty());
		};
		Script script = new Script().list("10", "a").then(watch).list("11", "a", "b").then(watch).play();
		assertThat(script.story).containsExactly("LOADING", "relist", "list 500", "columns 1", "complete", "LIVE",
				"watch 10", "relist", "list 500", "columns 1", "complete", "watch 11", "columns 2");
		assertThat(script.table).containsExactly("a", "b");
	}

	@Test
	void staleTellsSinceWhenAndTheNewestReason() {
		Script script = new Script().list("10").fail(unreachable()).fail(fault()).list("11").watch(LONG).play();
		Freshness first = script.said.get(2);
		Freshness second = script.said.get(3);
		assertThat(first.state()).isEqualTo(second.state()).isEqualTo(STALE);
		assertThat(second.since()).isEqualTo(first.since());
		assertThat(second.problem()).containsInstanceOf(KubeException.ServerFault.class);
	}

	@Test
	void aListThatIsTooLargeIsGivenUpAfterItsFirstPageAndBegunAgainMinutesLater() {
		Script script = new Script().keeping(3);
		script.then(sink -> {
			sink.columns(Script.COLUMNS);
			sink.row(Script.row("a", "10"));
			return new Page("10", Optional.of("next"), OptionalLong.of(3));
		}).list("20", "a", "b", "c").watch(LONG).play();
		assertThat(script.pauses).singleElement()
				.satisfies(pause -> assertThat(pause).isBetween(Reflector.TOO_LARGE, 2 * Reflector.TOO_LARGE));
		assertThat(script.story).containsSubsequence("list 500", "pause", "list 500", "complete", "LIVE");
		assertThat(script.story.subList(0, script.story.indexOf("pause"))).doesNotContain("complete");
		assertThat(script.table).containsExactly("a", "b", "c");
	}

	@Test
	void aListIsGivenUpWhileItComesIfNobodySaidHowLargeItIs() {
		Script script = new Script().keeping(3).page("10", "next", "a", "b").page("10", "", "a", "b", "c", "d")
				.list("20", "a").watch(LONG).play();
		assertThat(script.pauses).hasSize(1);
		assertThat(script.table).containsExactly("a");
	}
}
