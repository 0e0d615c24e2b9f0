package org.fleetdesk.core.filter;

/**
 * Numbers, quantities and durations, read from the start of a text up to a space, a comma, a slash or a parenthesis, without
 * garbage. Not a number ({@link Double#isNaN}) where there is none.
 */
final class Amount {
	private Amount() {
	}

	/** A number or quantity at the start of a text: "3", "3 (2h ago)", "500m", "1Gi", "80%", "1/2" (1). */
	static double quantity(String text) {
		int end = numberEnd(text);
		if (end == 0) {
			return Double.NaN;
		}
		int stop = stop(text, end);
		double factor = stop == end ? 1 : factor(text, end, stop);
		return number(text, end) * factor;
	}

	/** A number that stands alone, or before a space or a parenthesis: "3", "3 (2h ago)"; neither "1/2" nor "3m". */
	static double plain(String text) {
		int end = numberEnd(text);
		boolean alone = end > 0 && (end == text.length() || text.charAt(end) == ' ' || text.charAt(end) == '(');
		return alone ? number(text, end) : Double.NaN;
	}

	/** A duration in seconds at the start of a text: "45s", "3h4m", "2h ago"; its units are y, w, d, h, m, s, ms. */
	static double seconds(String text) {
		double sum = 0;
		int at = 0;
		int stop = stop(text, 0);
		while (at < stop) {
			int from = at;
			double value = 0;
			double scale = 0;
			while (at < stop && (digit(text.charAt(at)) || text.charAt(at) == '.' && scale == 0)) {
				if (text.charAt(at) == '.') {
					scale = 1;
				} else {
					value = value * 10 + text.charAt(at) - '0';
					scale *= 10;
				}
				at++;
			}
			double unit = at < stop && at > from ? unit(text, at, stop) : Double.NaN;
			sum += value / (scale > 1 ? scale : 1) * unit;
			at += milli(text, at, stop) ? 2 : 1;
		}
		return stop == 0 ? Double.NaN : sum;
	}

	/** How long the smallest unit of a duration is, in seconds. */
	static double smallestUnit(String duration) {
		int stop = stop(duration, 0);
		int at = stop - 1;
		return milli(duration, at - 1, stop) ? 0.001 : unit(duration, at, stop);
	}

	private static boolean milli(String text, int at, int stop) {
		return at >= 0 && at + 1 < stop && text.charAt(at) == 'm' && text.charAt(at + 1) == 's';
	}

	private static double unit(String text, int at, int stop) {
		if (milli(text, at, stop)) {
			return 0.001;
		}
		return switch (text.charAt(at)) {
			case 'y', 'Y' -> 365 * 86_400;
			case 'w', 'W' -> 7 * 86_400;
			case 'd', 'D' -> 86_400;
			case 'h', 'H' -> 3_600;
			case 'm' -> 60;
			case 's', 'S' -> 1;
			default -> Double.NaN;
		};
	}

	private static double factor(String text, int from, int to) {
		boolean binary = to - from == 2 && text.charAt(from + 1) == 'i';
		if (to - from > 1 && !binary) {
			return Double.NaN;
		}
		double base = binary ? 1024 : 1000;
		return switch (text.charAt(from)) {
			case 'n' -> binary ? Double.NaN : 1e-9;
			case 'u' -> binary ? Double.NaN : 1e-6;
			case 'm' -> binary ? Double.NaN : 1e-3;
			case '%' -> binary ? Double.NaN : 1;
			case 'k', 'K' -> base;
			case 'M' -> base * base;
			case 'G' -> base * base * base;
			case 'T' -> base * base * base * base;
			case 'P' -> base * base * base * base * base;
			case 'E' -> base * base * base * base * base * base;
			default -> Double.NaN;
		};
	}

	/** Where the number at the start ends; 0 if there is none. */
	private static int numberEnd(String text) {
		int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
		int digits = 0;
		boolean point = false;
		while (at < text.length() && (digit(text.charAt(at)) || text.charAt(at) == '.' && !point && digits > 0)) {
			point |= text.charAt(at) == '.';
			digits += digit(text.charAt(at)) ? 1 : 0;
			at++;
		}
		return digits == 0 ? 0 : at;
	}

	private static double number(String text, int end) {
		double value = 0;
		double scale = 0;
		for (int i = 0; i < end; i++) {
			char c = text.charAt(i);
			if (c == '.') {
				scale = 1;
			} else if (digit(c)) {
				value = value * 10 + c - '0';
				scale *= 10;
			}
		}
		return (text.charAt(0) == '-' ? -value : value) / (scale > 1 ? scale : 1);
	}

	private static int stop(String text, int from) {
		int at = from;
		while (at < text.length() && " ,/()".indexOf(text.charAt(at)) < 0) {
			at++;
		}
		return at;
	}

	private static boolean digit(char c) {
		return c >= '0' && c <= '9';
	}
}
