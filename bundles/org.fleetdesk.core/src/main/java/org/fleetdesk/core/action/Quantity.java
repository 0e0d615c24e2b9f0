package org.fleetdesk.core.action;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities as Kubernetes writes them, to be compared. */
final class Quantity {
	private static final Pattern FORM = Pattern
			.compile("(\\d+\\.?\\d*|\\.\\d+)(?:([eE][+-]?\\d+)|([KMGTPE]i|[numkMGTPE]))?");
	private static final Map<String, BigDecimal> FACTORS = Map.ofEntries(
			Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
			Map.entry("u", BigDecimal.ONE.movePointLeft(6)), Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
			Map.entry("k", power(1000, 1)), Map.entry("M", power(1000, 2)), Map.entry("G", power(1000, 3)),
			Map.entry("T", power(1000, 4)), Map.entry("P", power(1000, 5)), Map.entry("E", power(1000, 6)),
			Map.entry("Ki", power(1024, 1)), Map.entry("Mi", power(1024, 2)), Map.entry("Gi", power(1024, 3)),
			Map.entry("Ti", power(1024, 4)), Map.entry("Pi", power(1024, 5)), Map.entry("Ei", power(1024, 6)));

	private Quantity() {
	}

	private static BigDecimal power(int base, int exponent) {
		return BigDecimal.valueOf(base).pow(exponent);
	}

	/** How much it is; empty if it is none. */
	static Optional<BigDecimal> of(String text) {
		Matcher parts = FORM.matcher(text);
		if (!parts.matches()) {
			return Optional.empty();
		}
		BigDecimal number = new BigDecimal(parts.group(1) + (parts.group(2) == null ? "" : parts.group(2)));
		return Optional.of(parts.group(3) == null ? number : number.multiply(FACTORS.get(parts.group(3))));
	}
}
