package org.fleetdesk.kube.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class DistanceTest {
	private final Distance distance = new Distance();

	@Test
	void aServerThatHasNotAnsweredIsFar() {
		assertThat(distance.near()).isFalse();
	}

	@Test
	void oneQuickAnswerAmongSlowOnesIsEnoughSinceWorkTakesTimeToo() {
		answered(300, 2, 4_000, 90);
		assertThat(distance.near()).isTrue();
	}

	@Test
	void whoCarriesTheMachineElsewhereIsFarAgainAfterSomeAnswers() {
		answered(1, 1, 1);
		for (int i = 0; i < 16; i++) {
			answered(40);
		}
		assertThat(distance.near()).isFalse();
	}

	private void answered(long... millis) {
		for (long took : millis) {
			distance.answered(Duration.ofMillis(took).toNanos());
		}
	}
}
