package org.fleetdesk.core.filter;

/** How filters are written. */
final class FilterText {
	private FilterText() {
	}

	/** Whether a character ends a word or a value. */
	static boolean ends(char c) {
		return c == '(' || c == ')' || Character.isWhitespace(c);
	}

	/** Whether a character may stand in a key. */
	static boolean keyCharacter(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
	}

	/** Whether a text may be a key: an IP address or a digest is none. */
	static boolean key(String text) {
		return !text.isEmpty() && Character.isLetter(text.charAt(0));
	}

	/** Whether a key needs no quotes. */
	static boolean keyed(String text) {
		return key(text) && text.chars().allMatch(c -> keyCharacter((char) c));
	}

	/** Where the second slash of an expression stands that begins here; -1 if there is none. */
	static int expressionEnd(String text, int from, boolean list) {
		for (int i = from + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '\\') {
				i++;
			} else if (c == '/' && (i + 1 == text.length() || ends(text.charAt(i + 1))
					|| list && text.charAt(i + 1) == ',')) {
				return i;
			}
		}
		return -1;
	}

	/** A text as a value: in quotes where it would mean something else without. */
	static String quote(String text) {
		boolean plain = !text.isEmpty() && "\"'/(".indexOf(text.charAt(0)) < 0;
		for (int i = 0; i < text.length() && plain; i++) {
			plain = !ends(text.charAt(i)) && "*?".indexOf(text.charAt(i)) < 0;
		}
		return plain ? text : text.indexOf('"') < 0 ? '"' + text + '"' : '\'' + text.replace('\'', '?') + '\'';
	}
}
