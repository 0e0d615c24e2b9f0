package org.fleetdesk.cli.terminal;

/**
 * Makes text from servers and files harmless on a terminal: control characters are shown, not sent. Escape and carriage
 * return come out as kubectl shows them.
 */
public final class Escapes {
	private Escapes() {
	}

	/** Text for one line. */
	public static String line(String text) {
		return escape(text, false);
	}

	/** Text that may have several lines. */
	public static String lines(String text) {
		return escape(text, true);
	}

	private static String escape(String text, boolean lines) {
		int i = 0;
		while (i < text.length() && harmless(text.charAt(i), lines)) {
			i++;
		}
		if (i == text.length()) {
			return text;
		}
		StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, i);
		for (; i < text.length(); i++) {
			char c = text.charAt(i);
			if (harmless(c, lines)) {
				shown.append(c);
			} else {
				shown.append(switch (c) {
					case 0x1b -> "^[";
					case '\r' -> "\\r";
					case '\n' -> "\\n";
					case '\t' -> "\\t";
					default -> String.format("\\u%04x", (int) c);
				});
			}
		}
		return shown.toString();
	}

	private static boolean harmless(char c, boolean lines) {
		return !Character.isISOControl(c) && !turnsText(c) || lines && c == '\n';
	}

	/** Marks that turn the direction of what follows, and could make a name look like another. */
	private static boolean turnsText(char c) {
		return c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
	}
}
