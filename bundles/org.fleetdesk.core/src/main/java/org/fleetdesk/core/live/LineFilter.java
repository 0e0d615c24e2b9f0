package org.fleetdesk.core.live;

/** Words that must all be found in a line, whatever their case, each in any of its cells (ages left out: they move). */
final class LineFilter {
	static final LineFilter ALL = new LineFilter(new Word[0]);

	/** A word in both cases, so that looking for it makes no garbage. */
	private record Word(char[] lower, char[] upper, boolean number) {
		private static Word of(String text) {
			char[] lower = text.toCharArray();
			char[] upper = text.toCharArray();
			boolean number = true;
			for (int i = 0; i < lower.length; i++) {
				lower[i] = Character.toLowerCase(Character.toUpperCase(lower[i]));
				upper[i] = Character.toUpperCase(lower[i]);
				number &= lower[i] >= '0' && lower[i] <= '9' || "+-.e".indexOf(lower[i]) >= 0;
			}
			return new Word(lower, upper, number);
		}

		private boolean in(String text) {
			int last = text.length() - lower.length;
			char first = lower[0];
			char other = upper[0];
			for (int at = 0; at <= last; at++) {
				char c = text.charAt(at);
				if ((c == first || c == other) && at(text, at)) {
					return true;
				}
			}
			return false;
		}

		private boolean at(String text, int from) {
			for (int i = 1; i < lower.length; i++) {
				char c = text.charAt(from + i);
				if (c != lower[i] && c != upper[i]) {
					return false;
				}
			}
			return true;
		}
	}

	private final Word[] words;

	private LineFilter(Word[] words) {
		this.words = words;
	}

	static LineFilter of(String text) {
		if (text.isBlank()) {
			return ALL;
		}
		String[] words = text.strip().split("\\s+");
		Word[] all = new Word[words.length];
		for (int i = 0; i < words.length; i++) {
			all[i] = Word.of(words[i]);
		}
		return new LineFilter(all);
	}

	boolean all() {
		return words.length == 0;
	}

	boolean matches(ListContent content, Line line) {
		for (Word word : words) {
			if (!found(content, line, word)) {
				return false;
			}
		}
		return true;
	}

	private static boolean found(ListContent content, Line line, Word word) {
		if (word.in(line.row().name())) {
			return true;
		}
		int columns = content.columns().size();
		for (int column = 0; column < columns; column++) {
			if (content.columns().get(column).source() == ListColumn.Source.AGE) {
				continue;
			}
			Object cell = content.cell(line, column);
			boolean hit = switch (cell) {
				case null -> false;
				case String text -> word.in(text);
				case Number number -> word.number() && word.in(number.toString());
				default -> word.in(cell.toString());
			};
			if (hit) {
				return true;
			}
		}
		return false;
	}
}
