package org.fleetdesk.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class RenewalTest {
	private static final Duration REST = Duration.ofSeconds(10);

	private final FakeTime time = new FakeTime();
	private final AtomicInteger works = new AtomicInteger();
	private final AtomicInteger ends = new AtomicInteger();

	private Renewal renewal() {
		return new Renewal(time.background(), works::incrementAndGet, ends::incrementAndGet, took -> REST.toMillis());
	}

	@Test
	void itRestsAfterWorkHoweverOftenThereIsSomethingNew() {
		try (Renewal renewal = renewal()) {
			renewal.touch();
			renewal.touch();
			time.advance(Duration.ZERO);
			assertThat(works).hasValue(1);
			renewal.touch();
			renewal.touch();
			time.advance(REST.minusMillis(1));
			assertThat(works).hasValue(1);
			time.advance(Duration.ofMillis(1));
			assertThat(works).hasValue(2);
			time.advance(REST.multipliedBy(3));
			assertThat(works).as("nothing is new").hasValue(2);
		}
	}

	@Test
	void whoAsksDoesNotWaitForTheRestAndWhatWasPlannedIsNotDoneAgain() {
		try (Renewal renewal = renewal()) {
			renewal.touch();
			time.advance(Duration.ZERO);
			renewal.touch();
			renewal.ask();
			time.advance(Duration.ZERO);
			assertThat(works).hasValue(2);
			time.advance(REST.multipliedBy(2));
			assertThat(works).as("the plan that was replaced").hasValue(2);
			renewal.touch();
			time.advance(Duration.ZERO);
			assertThat(works).as("rested long enough").hasValue(3);
		}
	}

	@Test
	void whatIsAskedWhileItWorksIsDoneRightAfterwards() {
		Renewal[] it = new Renewal[1];
		it[0] = new Renewal(time.background(), () -> {
			if (works.incrementAndGet() == 1) {
				it[0].ask();
			}
		}, ends::incrementAndGet, took -> REST.toMillis());
		it[0].touch();
		time.advance(Duration.ZERO);
		assertThat(works).hasValue(2);
		it[0].close();
	}

	@Test
	void whatChangesBecauseTimePassesIsSeenToWithinSecondsOnceHoweverOftenItIsSaid() {
		try (Renewal renewal = renewal()) {
			renewal.touchAt(Long.MAX_VALUE);
			time.advance(REST);
			assertThat(works).as("never").hasValue(0);
			renewal.touchAt(0);
			renewal.touchAt(0);
			time.advance(Duration.ofMillis(999));
			assertThat(works).hasValue(0);
			time.advance(Duration.ofMillis(1));
			assertThat(works).hasValue(1);
			time.advance(REST.multipliedBy(2));
			assertThat(works).hasValue(1);
		}
	}

	@Test
	void itEndsOnceWhetherItIsClosedIdlePlannedOrAtWork() {
		Renewal planned = renewal();
		planned.touch();
		planned.close();
		planned.close();
		time.advance(REST);
		assertThat(works).hasValue(0);
		assertThat(ends).hasValue(1);
		AtomicInteger endsAtWork = new AtomicInteger();
		Renewal[] it = new Renewal[1];
		it[0] = new Renewal(time.background(), () -> {
			it[0].close();
			endsAtWork.set(ends.get());
		}, ends::incrementAndGet, took -> 0);
		it[0].ask();
		time.advance(Duration.ZERO);
		assertThat(endsAtWork).as("before the work is over").hasValue(1);
		assertThat(ends).hasValue(2);
		it[0].touch();
		assertThat(time.tasks()).isZero();
	}
}
