package org.fleetdesk.core.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTextTest {
	private static final Instant NOW = Instant.ofEpochSecond(1_000_000);

	@ParameterizedTest
	@CsvSource({"0, 0", "0.00001, 1m", "0.001, 1m", "0.25, 250m", "0.9999, 1", "1, 1", "1.5, 1.5", "2.25, 2.25",
			"15.96, 16", "128, 128", "-0.5, -500m"})
	void processorsAreThousandthsBelowOneCore(double cores, String text) {
		assertThat(CellText.of(cores, CellText.CPU, NOW)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({"0, 0", "900, 900", "1024, 1Ki", "536870912, 512Mi", "1610612736, 1.5Gi", "1023, 1023",
			"107374182400, 100Gi", "1319413953, 1.23Gi", "10000000000, 9.31Gi", "30000000000, 27.9Gi"})
	void memoryIsInTheGreatestUnit(long bytes, String text) {
		assertThat(CellText.of(bytes, CellText.BYTES, NOW)).isEqualTo(text);
	}

	@Test
	void momentsAreAges() {
		assertThat(CellText.of(CellText.dated(NOW.minusSeconds(90).toEpochMilli(), CellText.DATE), CellText.DATE, NOW))
				.isEqualTo("90s");
		assertThat(CellText.of(CellText.dated("5d", CellText.DATE), CellText.DATE, NOW)).isEqualTo("5d");
		assertThat(CellText.of(CellText.dated(null, CellText.DATE), CellText.DATE, NOW)).isEmpty();
	}

	@Test
	void whatIsToComeIsSaidSoUnlessClocksDiffer() {
		assertThat(CellText.of(NOW.plusSeconds(30L * 86_400), CellText.DATE, NOW)).isEqualTo("in 30d");
		assertThat(CellText.of(NOW.plusSeconds(60), CellText.DATE, NOW)).isEqualTo("0s");
	}

	@Test
	void aDeadlineIsWhatIsLeftAndThenWhatPassed() {
		assertThat(CellText.of(NOW.plusSeconds(60), CellText.DEADLINE, NOW)).isEqualTo("in 60s");
		assertThat(CellText.of(NOW.minusSeconds(5L * 86_400), CellText.DEADLINE, NOW)).isEqualTo("5d ago");
		assertThat(CellText.of("UTC 0 0 0 * * *", CellText.SCHEDULE, NOW)).isEqualTo("in 10h");
		assertThat(CellText.of("UTC 0 never", CellText.SCHEDULE, NOW)).isEmpty();
	}

	@Test
	void whatHasNoTypeOfOursIsAsItIs() {
		assertThat(CellText.of(14L, "integer", NOW)).isEqualTo("14");
		assertThat(CellText.of(null, CellText.CPU, NOW)).isEmpty();
		assertThat(CellText.of("odd", CellText.BYTES, NOW)).isEqualTo("odd");
	}
}
