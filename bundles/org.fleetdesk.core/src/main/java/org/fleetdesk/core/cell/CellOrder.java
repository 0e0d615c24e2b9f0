package org.fleetdesk.core.cell;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The natural order of cells: nothing first, numbers by value, instants youngest first (as ages grow), text last and without
 * regard to case with runs of digits compared as numbers, so that "pod-9" stands before "pod-10" and "2 (3h ago)" before "11".
 * Ages that a server wrote as text ("50s", "2m", "3h4m") stand by their length, before other text.
 */
public final class CellOrder implements Comparator<@Nullable Object> {
	/** The order. */
	public static final CellOrder NATURAL = new CellOrder();

	private CellOrder() {
	}

	@Override
	public int compare(@Nullable Object a, @Nullable Object b) {
		if (a == null || b == null) {
			return Boolean.compare(a != null, b != null);
		}
		if (a instanceof String x && b instanceof String y) {
			return strings(x, y);
		}
		if (a instanceof Instant x && b instanceof Instant y) {
			return y.compareTo(x);
		}
		if (a instanceof Number x && b instanceof Number y) {
			int order = Double.compare(x.doubleValue(), y.doubleValue());
			return order != 0 ? order : Long.compare(x.longValue(), y.longValue());
		}
		int order = Integer.compare(rank(a), rank(b));
		return order != 0 ? order : text(a.toString(), b.toString());
	}

	/** Cells of different types do not mix, or the order would contradict itself and sorting fail. */
	private static int rank(Object cell) {
		return switch (cell) {
			case Number number -> 0;
			case Instant time -> 1;
			default -> 2;
		};
	}

	private static int strings(String a, String b) {
		int order = Long.compareUnsigned(seconds(a), seconds(b)); // what is no age is -1, so last
		return order != 0 ? order : text(a, b);
	}

	/** The length of an age such as "3h4m" in seconds, or -1 if the text is none. */
	private static long seconds(String text) {
		if (text.length() < 2 || text.length() > 16 || !digit(text.charAt(0))
				|| digit(text.charAt(text.length() - 1))) {
			return -1;
		}
		long sum = 0;
		long number = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			long unit = switch (c) {
				case 'y' -> 365L * 86_400;
				case 'd' -> 86_400;
				case 'h' -> 3_600;
				case 'm' -> 60;
				case 's' -> 1;
				default -> 0;
			};
			if (digit(c)) {
				number = number * 10 + c - '0';
			} else if (unit > 0 && digit(text.charAt(i - 1))) {
				sum += number * unit;
				number = 0;
			} else {
				return -1;
			}
		}
		return sum;
	}

	private static int text(String a, String b) {
		if (a == b) { // strings that repeat are shared
			return 0;
		}
		int i = alike(a, b);
		int j = i;
		while (i < a.length() && j < b.length()) {
			char x = a.charAt(i);
			char y = b.charAt(j);
			if (digit(x) && digit(y)) {
				int iEnd = endOfNumber(a, i);
				int jEnd = endOfNumber(b, j);
				int order = number(a, i, iEnd, b, j, jEnd);
				if (order != 0) {
					return order;
				}
				i = iEnd;
				j = jEnd;
			} else {
				int order = Character.compare(Character.toLowerCase(x), Character.toLowerCase(y));
				if (order != 0) {
					return order;
				}
				i++;
				j++;
			}
		}
		return Integer.compare(a.length() - i, b.length() - j);
	}

	/** How many characters both begin with, without the digits of a number that may go on: most names begin alike. */
	private static int alike(String a, String b) {
		int shorter = Math.min(a.length(), b.length());
		int i = 0;
		while (i < shorter && a.charAt(i) == b.charAt(i)) {
			i++;
		}
		while (i > 0 && digit(a.charAt(i - 1))) {
			i--;
		}
		return i;
	}

	private static int number(String a, int i, int iEnd, String b, int j, int jEnd) {
		int from = skipZeros(a, i, iEnd);
		int other = skipZeros(b, j, jEnd);
		int order = Integer.compare(iEnd - from, jEnd - other);
		for (; order == 0 && from < iEnd; from++, other++) {
			order = Character.compare(a.charAt(from), b.charAt(other));
		}
		return order;
	}

	private static int skipZeros(String text, int from, int end) {
		int i = from;
		while (i < end && text.charAt(i) == '0') {
			i++;
		}
		return i;
	}

	private static int endOfNumber(String text, int from) {
		int i = from;
		while (i < text.length() && digit(text.charAt(i))) {
			i++;
		}
		return i;
	}

	private static boolean digit(char c) {
		return c >= '0' && c <= '9';
	}
}
