package org.fleetdesk.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CellOrderTest {

	private static void ordered(@Nullable Object... cells) {
		List<@Nullable Object> shuffled = new ArrayList<>(Arrays.asList(cells));
		for (int seed = 0; seed < 20; seed++) {
			Collections.shuffle(shuffled, new Random(seed));
			shuffled.sort(CellOrder.NATURAL);
			assertThat(shuffled).containsExactly(cells);
		}
	}

	@Test
	void runsOfDigitsAreNumbersWhateverTheirZeros() {
		ordered("pod-1", "pod-2", "pod-9", "pod-10", "pod-0011", "pod-12a", "pod-100");
		ordered("a1", "a1b", "a2", "a10", "a10b", "a19", "a100", "b");
		ordered("2 (3h ago)", "11", "11 (5m ago)");
		ordered("10.0.0.2", "10.0.0.10", "10.0.12.1");
		ordered("v1.9.12", "v1.10.0", "v1.34.2+k3s1");
	}

	@Test
	void numbersLongerThanAnyLongKeepTheirOrder() {
		ordered("99999999999999999998", "99999999999999999999", "100000000000000000000");
	}

	@Test
	void numbersGoByValueAndNothingIsFirst() {
		ordered(null, -5L, -4L, 0L, 0.5, 1L, 9L, 10L, 1e30);
		ordered(null, 9_007_199_254_740_992L, 9_007_199_254_740_993L);
	}

	@Test
	void theYoungestIsFirstAsAgesGrow() {
		ordered(null, Instant.parse("2026-01-02T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
	}

	@Test
	void agesThatAServerWroteGoByTheirLengthBeforeOtherText() {
		ordered("10s", "2m", "2m5s", "90m", "3h", "2d4h", "400d", "3y120d", "10", "10x", "<unknown>", "s");
	}

	@Test
	void caseDoesNotCountButAPrefixIsFirst() {
		assertThat(CellOrder.NATURAL.compare("Running", "running")).isZero();
		ordered("", "a", "B", "ba", "c");
	}

	@Test
	void aColumnOfEveryTypeHasOneOrderThatNeverContradictsItself() {
		Random random = new Random(42);
		List<@Nullable Object> cells = new ArrayList<>(List.of(-5L, "-4", -3L, "-5", 1.5, "1.5", 2L, "2", true, "true",
				Instant.EPOCH, "1970-01-01T00:00:00Z", Instant.MAX, "", "0", "00", 0L, -0.0, Long.MAX_VALUE,
				(double) Long.MAX_VALUE, Double.NaN, "É", "é", "z", "\u4e2d", "-", ":", "/"));
		cells.add(null);
		for (int i = 0; i < 150; i++) {
			cells.add(random.nextBoolean() ? random.nextInt(-20, 20) + "" : (long) random.nextInt(-20, 20));
		}
		for (Object a : cells) {
			for (Object b : cells) {
				int order = CellOrder.NATURAL.compare(a, b);
				assertThat(Integer.signum(CellOrder.NATURAL.compare(b, a))).isEqualTo(-Integer.signum(order));
				for (Object c : cells) {
					if (order <= 0 && CellOrder.NATURAL.compare(b, c) <= 0
							&& CellOrder.NATURAL.compare(a, c) > 0) {
						throw new AssertionError(a + " ≤ " + b + " ≤ " + c + " < " + a);
					}
				}
			}
		}
	}
}
