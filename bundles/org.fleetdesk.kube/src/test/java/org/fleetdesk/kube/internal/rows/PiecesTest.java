package org.fleetdesk.kube.internal.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;

import org.fleetdesk.kube.read.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

	private final StringPool pool = new StringPool();

	private String share(String text) {
		char[] chars = ("##" + text).toCharArray();
		return pool.share(chars, 2, text.length());
	}

	@Test
	void whatRepeatsIsSharedAmongMuchThatDoesNot() {
		String often = share("kube-system");
		int kept = 0;
		for (int i = 0; i < 200_000; i++) {
			assertThat(share("pod-" + i)).isEqualTo("pod-" + i);
			kept += i % 10 == 0 && share("kube-system") == often ? 1 : 0;
		}
		assertThat(kept).isGreaterThan(19_900);
		assertThat(pool.size()).isLessThanOrEqualTo(16_384);
		String longText = "x".repeat(1000);
		assertThat(share(longText)).isEqualTo(longText).isNotSameAs(share(longText));
		assertThat(share("")).isEmpty();
	}

	@Test
	void rowsWithoutAVersionAreEqualIfAllOfThemIsTheSame() {
		assertThat(row("", 1, 0.5)).isEqualTo(row("", 1, 0.5)).isNotEqualTo(row("", 1, 0.75))
				.isNotEqualTo(row("", 2, 0.5)).hasSameHashCodeAs(row("", 1, 0.75));
		assertThat(row("7", 1, 0.5)).as("the version says it").isEqualTo(row("7", 1, 0.75));
	}

	private static Row row(String version, long created, double used) {
		return new Row("web/a", "web", "a", version, created, new Object[]{used});
	}

	@Test
	void usualTimesAreReadAsTheLibraryReadsThem() {
		Random random = new Random(1);
		for (int i = 0; i < 20_000; i++) {
			Instant time = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 8_000_000_000L));
			assertThat(Timestamps.millis(time.toString())).isEqualTo(time.toEpochMilli());
		}
		assertThat(Timestamps.millis("2026-01-01T00:00:00.5+01:00")).isEqualTo(1_767_222_000_500L);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "yesterday", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-01-01 00:00:00Z",
			"20x6-01-01T00:00:00Z", "2026-01-01T00:00:00"})
	void whatIsNoTimeIsNone(String text) {
		assertThat(Timestamps.millis(text)).isEqualTo(Row.NO_TIME);
	}
}
