package org.fleetdesk.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Failure;
import org.junit.jupiter.api.Test;

class OptionValuesTest {

	private static boolean matches(String patterns, String name) {
		return Glob.list(patterns).stream().anyMatch(glob -> glob.matches(name));
	}

	@Test
	void patternsKnowStarAndQuestionMarkAndNothingElse() {
		assertThat(matches("prod-*", "prod-eu")).isTrue();
		assertThat(matches("prod-*", "my-prod-eu")).isFalse();
		assertThat(matches("prod-?", "prod-1")).isTrue();
		assertThat(matches("prod-?", "prod-12")).isFalse();
		assertThat(matches("a.c", "abc")).isFalse();
		assertThat(matches("arn:aws:eks:*:cluster/x", "arn:aws:eks:eu:1:cluster/x")).isTrue();
		assertThat(matches("\\Q*", "\\Qx")).isTrue();
		assertThat(matches("test, prod-*", "test")).isTrue();
		assertThat(matches("", "")).isFalse();
	}

	@Test
	void timeoutsAreReadInKubectlsWords() {
		assertThat(Stream.of("0", "5", "1s", "2m", "3h", "1m30s", "250ms").map(Timeout::parse)).containsExactly(
				Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofHours(3),
				Duration.ofSeconds(90), Duration.ofMillis(250));
		Stream.of("", "x", "5x", "1s2", "-1s", "s").forEach(
				wrong -> assertThatThrownBy(() -> Timeout.parse(wrong)).as(wrong).isInstanceOf(Failure.class));
	}
}
