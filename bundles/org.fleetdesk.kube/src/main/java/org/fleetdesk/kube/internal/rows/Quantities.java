package org.fleetdesk.kube.internal.rows;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reads Kubernetes' quantities: "100m", "1.5Gi", "2e3", "1k". */
final class Quantities {

	private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);
	private static final int LONGEST = 40;

	private Quantities() {
	}

	/** In billionths, rounded up; {@link Slot#NONE} for what is no quantity, the largest number for what is too large. */
	static long billionths(String text) {
		return scaled(text, 9);
	}

	/** In whole units, rounded up; {@link Slot#NONE} for what is no quantity, the largest number for what is too large. */
	static long whole(String text) {
		return scaled(text, 0);
	}

	private static long scaled(String text, int decimals) {
		long quick = quick(text, decimals);
		if (quick >= 0) {
			return quick;
		}
		if (text.isEmpty() || text.length() > LONGEST) {
			return Slot.NONE;
		}
		int end = text.length();
		while (end > 0 && "numkKMGTPEi".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		try {
			BigDecimal number = new BigDecimal(text.substring(0, end));
			if (Math.abs(number.scale()) > 1000) {
				return Slot.NONE;
			}
			BigDecimal value = unit(number, text.substring(end)).scaleByPowerOfTen(decimals)
					.setScale(0, RoundingMode.UP);
			return value.abs().compareTo(LARGEST) > 0
					? value.signum() * Long.MAX_VALUE
					: value.longValueExact();
		} catch (NumberFormatException e) {
			return Slot.NONE;
		}
	}

	/** Whole numbers of usual length, with "m" or without a unit, or with one of bytes; -1 for others. */
	private static long quick(String text, int decimals) {
		long number = 0;
		int at = 0;
		int length = text.length();
		while (at < length && at < 9 && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
			number = number * 10 + text.charAt(at++) - '0';
		}
		if (at == 0) {
			return -1;
		}
		if (at == length) {
			return decimals == 0 ? number : number * 1_000_000_000;
		}
		if (at == length - 1 && text.charAt(at) == 'm') {
			return decimals == 0 ? (number + 999) / 1000 : number * 1_000_000;
		}
		if (decimals == 0 && at == length - 2 && text.charAt(at + 1) == 'i') {
			return switch (text.charAt(at)) {
				case 'K' -> number << 10;
				case 'M' -> number << 20;
				case 'G' -> number << 30;
				default -> -1;
			};
		}
		return -1;
	}

	private static BigDecimal unit(BigDecimal number, String unit) {
		return switch (unit) {
			case "" -> number;
			case "n" -> number.scaleByPowerOfTen(-9);
			case "u" -> number.scaleByPowerOfTen(-6);
			case "m" -> number.scaleByPowerOfTen(-3);
			case "k" -> number.scaleByPowerOfTen(3);
			case "M" -> number.scaleByPowerOfTen(6);
			case "G" -> number.scaleByPowerOfTen(9);
			case "T" -> number.scaleByPowerOfTen(12);
			case "P" -> number.scaleByPowerOfTen(15);
			case "E" -> number.scaleByPowerOfTen(18);
			case "Ki" -> number.multiply(BigDecimal.valueOf(1L << 10));
			case "Mi" -> number.multiply(BigDecimal.valueOf(1L << 20));
			case "Gi" -> number.multiply(BigDecimal.valueOf(1L << 30));
			case "Ti" -> number.multiply(BigDecimal.valueOf(1L << 40));
			case "Pi" -> number.multiply(BigDecimal.valueOf(1L << 50));
			case "Ei" -> number.multiply(BigDecimal.valueOf(1L << 60));
			default -> throw new NumberFormatException(unit);
		};
	}
}
