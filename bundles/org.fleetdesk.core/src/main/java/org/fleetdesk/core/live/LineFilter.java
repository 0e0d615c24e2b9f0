package org.fleetdesk.core.live;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Words that must all be found in a line, whatever their case, each in any of its cells (ages left out: they move). */
final class LineFilter {
	static final LineFilter ALL = new LineFilter(List.of());

	private final List<String> words;

	private LineFilter(List<String> words) {
		this.words = words;
	}

	static LineFilter of(String text) {
		return text.isBlank() ? ALL : new LineFilter(Arrays.asList(text.strip().split("\\s+")));
	}

	boolean all() {
		return words.isEmpty();
	}

	boolean matches(ListContent content, Line line) {
		return words.stream().allMatch(word -> found(content, line, word));
	}

	private static boolean found(ListContent content, Line line, String word) {
		if (contains(line.row().name(), word)) {
			return true;
		}
		for (int column = 0; column < content.columns().size(); column++) {
			Object cell = content.cell(line, column);
			if (cell != null && !(cell instanceof Instant) && contains(cell.toString(), word)) {
				return true;
			}
		}
		return false;
	}

	private static boolean contains(String text, String word) {
		for (int at = 0; at <= text.length() - word.length(); at++) {
			if (text.regionMatches(true, at, word, 0, word.length())) {
				return true;
			}
		}
		return false;
	}
}
