package org.fleetdesk.core.document;

/** Tabs between tokens, which kubectl's reader allows and ours does not. */
final class Tabs {
	private Tabs() {
	}

	/** The text with a space for each tab between tokens of JSON; of the same length. */
	static String spaced(String text) {
		if (text.indexOf('\t') < 0 || !text.stripLeading().startsWith("{")) {
			return text;
		}
		char[] spaced = text.toCharArray();
		boolean quoted = false;
		for (int i = 0; i < spaced.length; i++) {
			if (spaced[i] == '"') {
				quoted = !quoted;
			} else if (quoted && spaced[i] == '\\') {
				i++;
			} else if (!quoted && spaced[i] == '\t') {
				spaced[i] = ' ';
			}
		}
		return new String(spaced);
	}
}
