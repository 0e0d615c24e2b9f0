package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The natural order of cells: nothing first, numbers by value, instants youngest first (as ages grow), text last without regard
 * to case with runs of digits compared as numbers, so that "pod-9" stands before "pod-10" and "2 (3h ago)" before "11".
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
			return text(x, y);
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

	private static int text(String a, String b) {
		if (a == b) { // strings that repeat are shared
			return 0;
		}
		int i = 0;
		int j = 0;
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
