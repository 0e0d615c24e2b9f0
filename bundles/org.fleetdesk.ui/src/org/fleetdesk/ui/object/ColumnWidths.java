package org.fleetdesk.ui.object;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** Makes tables fit: the widest columns give way first, and what does not fit is cut. */
public final class ColumnWidths {
	private static final String CUT = "\u2026";

	private ColumnWidths() {
	}

	/**
	 * The widths of columns that together are no wider than there is room, if they can.
	 *
	 * @param wanted how wide each would be
	 * @param room how much there is for all
	 * @param least what a column keeps at least, if it wants as much
	 */
	public static int[] fit(int[] wanted, int room, int least) {
		if (Arrays.stream(wanted).sum() <= room) {
			return wanted.clone();
		}
		int low = least;
		int high = Math.max(least, Arrays.stream(wanted).max().orElse(least));
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (Arrays.stream(wanted).map(w -> Math.min(w, middle)).sum() <= room) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		int most = low;
		return Arrays.stream(wanted).map(w -> Math.min(w, most)).toArray();
	}

	/** A text, or as much of its beginning as fits. */
	public static String cut(String text, int width, ToIntFunction<String> measure) {
		if (measure.applyAsInt(text) <= width) {
			return text;
		}
		int low = 0;
		int high = text.length() - 1;
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (measure.applyAsInt(text.substring(0, middle) + CUT) <= width) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		int end = low > 0 && Character.isHighSurrogate(text.charAt(low - 1)) ? low - 1 : low;
		return text.substring(0, end).stripTrailing() + CUT;
	}
}
