package org.fleetdesk.core.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which elements of one list correspond to which of another: equal ones, in the same order. Elements that occur once in
 * both are found first, so that long lists take little longer than reading them; between those the longest common
 * sequence is taken, unless that would take long.
 */
final class Alignment {
	private static final long MOST_CELLS = 4_000_000;

	private final int[] before;
	private final int[] after;
	private final int[] partner;

	private Alignment(int[] before, int[] after) {
		this.before = before;
		this.after = after;
		partner = new int[before.length];
		Arrays.fill(partner, -1);
	}

	/** For each element before the index of its partner after, or -1. Partners grow. */
	static int[] partners(List<?> before, List<?> after) {
		Map<Object, Integer> numbers = new HashMap<>();
		Alignment alignment = new Alignment(numbered(before, numbers), numbered(after, numbers));
		alignment.align(0, before.size(), 0, after.size());
		return alignment.partner;
	}

	private static int[] numbered(List<?> list, Map<Object, Integer> numbers) {
		int[] all = new int[list.size()];
		int i = 0;
		for (Object element : list) {
			Integer number = numbers.putIfAbsent(element, numbers.size());
			all[i++] = number == null ? numbers.size() - 1 : number;
		}
		return all;
	}

	private void align(int from, int to, int otherFrom, int otherTo) {
		int a = from;
		int b = otherFrom;
		while (a < to && b < otherTo && before[a] == after[b]) {
			partner[a++] = b++;
		}
		int aEnd = to;
		int bEnd = otherTo;
		while (aEnd > a && bEnd > b && before[aEnd - 1] == after[bEnd - 1]) {
			partner[--aEnd] = --bEnd;
		}
		if (a == aEnd || b == bEnd) {
			return;
		}
		List<int[]> anchors = anchors(a, aEnd, b, bEnd);
		if (anchors.isEmpty()) {
			if ((long) (aEnd - a) * (bEnd - b) <= MOST_CELLS) {
				longestCommon(a, aEnd, b, bEnd);
			}
			return;
		}
		for (int[] anchor : anchors) {
			align(a, anchor[0], b, anchor[1]);
			partner[anchor[0]] = anchor[1];
			a = anchor[0] + 1;
			b = anchor[1] + 1;
		}
		align(a, aEnd, b, bEnd);
	}

	/** The longest row of elements that occur once on each side and stand in the same order. */
	private List<int[]> anchors(int a, int aEnd, int b, int bEnd) {
		Map<Integer, int[]> places = new HashMap<>();
		for (int i = a; i < aEnd; i++) {
			int place = i;
			places.merge(before[i], new int[]{place, -1}, (x, y) -> new int[]{-1, -1});
		}
		for (int j = b; j < bEnd; j++) {
			int[] place = places.get(after[j]);
			if (place != null) {
				place[0] = place[1] < 0 ? place[0] : -1;
				place[1] = j;
			}
		}
		List<int[]> unique = new ArrayList<>();
		for (int i = a; i < aEnd; i++) {
			int[] place = places.get(before[i]);
			if (place[0] == i && place[1] >= 0) {
				unique.add(place);
			}
		}
		return growing(unique);
	}

	private static List<int[]> growing(List<int[]> pairs) {
		int[] tails = new int[pairs.size()];
		int[] previous = new int[pairs.size()];
		int length = 0;
		for (int i = 0; i < pairs.size(); i++) {
			int low = 0;
			int high = length;
			while (low < high) {
				int middle = (low + high) >>> 1;
				if (pairs.get(tails[middle])[1] < pairs.get(i)[1]) {
					low = middle + 1;
				} else {
					high = middle;
				}
			}
			previous[i] = low == 0 ? -1 : tails[low - 1];
			tails[low] = i;
			length = Math.max(length, low + 1);
		}
		List<int[]> row = new ArrayList<>();
		for (int i = length == 0 ? -1 : tails[length - 1]; i >= 0; i = previous[i]) {
			row.addFirst(pairs.get(i));
		}
		return row;
	}

	private void longestCommon(int a, int aEnd, int b, int bEnd) {
		int[][] lengths = new int[aEnd - a + 1][bEnd - b + 1];
		for (int i = aEnd - 1; i >= a; i--) {
			for (int j = bEnd - 1; j >= b; j--) {
				lengths[i - a][j - b] = before[i] == after[j]
						? lengths[i - a + 1][j - b + 1] + 1
						: Math.max(lengths[i - a + 1][j - b], lengths[i - a][j - b + 1]);
			}
		}
		for (int i = a, j = b; i < aEnd && j < bEnd;) {
			if (before[i] == after[j]) {
				partner[i++] = j++;
			} else if (lengths[i - a + 1][j - b] >= lengths[i - a][j - b + 1]) {
				i++;
			} else {
				j++;
			}
		}
	}
}
