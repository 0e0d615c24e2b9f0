package org.fleetdesk.core.document;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
	private final int length;
	private int[] starts = new int[64];
	private int count = 1;

	Lines(String text) {
		length = text.length();
		for (int i = 0; i < length; i++) {
			char c = text.charAt(i);
			if (c == '\n' || c == '\r' && (i + 1 == length || text.charAt(i + 1) != '\n')) {
				if (count == starts.length) {
					starts = Arrays.copyOf(starts, 2 * count);
				}
				starts[count++] = i + 1;
			}
		}
	}

	/** How many there are; the last may be empty. */
	int count() {
		return count;
	}

	/** Where a line begins, by its number from 1; one after the last is the end of the text. */
	int start(int line) {
		return line > count ? length : starts[line - 1];
	}

	/** The line that a place stands in, from 1. */
	int line(int offset) {
		int found = Arrays.binarySearch(starts, 0, count, offset);
		return found >= 0 ? found + 1 : -found - 1;
	}

	/** A stretch, kept within the text. */
	Range range(int from, int to) {
		int start = Math.min(Math.max(from, 0), length);
		int line = line(start);
		return new Range(start, Math.max(0, Math.min(to, length) - start), line, start - starts[line - 1] + 1);
	}
}
