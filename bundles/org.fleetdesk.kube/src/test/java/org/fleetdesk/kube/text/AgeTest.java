package org.fleetdesk.kube.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of kubectl's own test of HumanDuration, and the edges between its steps. */
class AgeTest {

	@ParameterizedTest
	@CsvSource({"PT0S, 0s", "PT1S, 1s", "PT70S, 70s", "PT119S, 119s", "PT120S, 2m", "PT190S, 3m10s", "PT9M59S, 9m59s",
			"PT10M, 10m", "PT70M, 70m", "PT179M, 179m", "PT179M59S, 179m", "PT180M, 3h", "PT3H10M, 3h10m",
			"PT7H59M, 7h59m", "PT8H, 8h", "PT8H30M, 8h", "PT47H, 47h", "PT47H59M, 47h", "PT48H, 2d", "PT49H, 2d1h",
			"P7DT23H, 7d23h", "P8D, 8d", "P70D, 70d", "P729D, 729d", "P730D, 2y", "P731D, 2y1d", "P781D, 2y51d",
			"P2919D, 7y364d", "P2920D, 8y", "P5110D, 14y", "PT-1S, 0s", "PT-1H, 0s"})
	void anAgeReadsAsKubectlWritesIt(Duration age, String text) {
		assertThat(Age.text(age)).isEqualTo(text);
	}

	@Test
	void aClockThatIsBehindTheServersShowsNoNegativeAge() {
		Instant now = Instant.parse("2026-01-01T00:00:00Z");
		assertThat(Age.text(now.plusSeconds(5), now)).isEqualTo("0s");
		assertThat(Age.text(now.minusSeconds(90), now)).isEqualTo("90s");
	}
}
