package org.fleetdesk.cli.print;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.fleetdesk.cli.terminal.Escapes;
import org.fleetdesk.core.live.CellText;
import org.fleetdesk.kube.text.Age;
import org.jspecify.annotations.Nullable;

/** Cells as kubectl writes them. */
public final class Cells {
	private static final Duration CLOCKS = Duration.ofMinutes(5); // they differ: what just happened may seem to come
	private static final int SMALLEST_PLAIN = -4;
	private static final int LARGEST_PLAIN = 21;

	private Cells() {
	}

	/** A cell as one harmless line: nothing is empty, text ends at its first line break with "...". */
	public static String line(@Nullable Object cell) {
		String text = text(cell);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r' || c == '\f') {
				return Escapes.line(text.substring(0, i)) + "...";
			}
		}
		return Escapes.line(text);
	}

	/** A cell as it is. */
	public static String text(@Nullable Object cell) {
		if (cell == null) {
			return "";
		}
		return cell instanceof Double number ? number(number) : cell.toString();
	}

	/** A cell by the type of its column: times as ages, quantities as people write them; all else as it is. */
	public static @Nullable Object typed(@Nullable Object cell, String type, Instant now) {
		Object value = type.equals(CellText.SCHEDULE) ? CellText.next(cell, now.toEpochMilli()) : cell;
		boolean deadline = type.equals(CellText.SCHEDULE) || type.equals(CellText.DEADLINE);
		return switch (CellText.dated(value, deadline ? CellText.DEADLINE : type)) {
			case null -> null;
			case Instant then when deadline ->
				then.isBefore(now) ? Age.text(then, now) + " ago" : "in " + Age.text(now, then);
			case Instant then when then.isAfter(now.plus(CLOCKS)) -> "in " + Age.text(now, then);
			case Instant then -> Age.text(then, now);
			case Number number when type.equals(CellText.CPU) || type.equals(CellText.BYTES) ->
				CellText.of(number, type, now);
			case Object other -> other;
		};
	}

	/** A number as Go prints it: no ".0", and an exponent where it is short to have one. */
	static String number(double value) {
		if (Double.isNaN(value) || Double.isInfinite(value)) {
			return Double.toString(value);
		}
		BigDecimal exact = new BigDecimal(Double.toString(value)).stripTrailingZeros();
		int exponent = exact.precision() - exact.scale() - 1;
		if (exact.signum() == 0) {
			return "0";
		}
		if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
			return exact.toPlainString();
		}
		String digits = exact.unscaledValue().abs().toString();
		return (value < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
				+ String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
	}
}
