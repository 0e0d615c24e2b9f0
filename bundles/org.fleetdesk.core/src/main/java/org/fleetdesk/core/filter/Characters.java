package org.fleetdesk.core.filter;

/** Characters to look for whatever their case, with {@code *} for any and {@code ?} for one where that is wanted. Immutable. */
final class Characters implements TextTest {
	private enum Manner {
		WITHIN, WHOLE, GLOB
	}

	private final char[] lower;
	private final char[] upper;
	private final Manner manner;

	private Characters(String text, Manner manner) {
		this.lower = text.toCharArray();
		this.upper = text.toCharArray();
		for (int i = 0; i < lower.length; i++) {
			lower[i] = Character.toLowerCase(Character.toUpperCase(lower[i]));
			upper[i] = Character.toUpperCase(lower[i]);
		}
		this.manner = manner;
	}

	/** Found anywhere. */
	static Characters within(String text) {
		return new Characters(text, Manner.WITHIN);
	}

	/** The whole text and nothing else. */
	static Characters whole(String text) {
		return new Characters(text, Manner.WHOLE);
	}

	/** The whole text, with {@code *} and {@code ?}. */
	static Characters glob(String text) {
		return new Characters(text, Manner.GLOB);
	}

	/** Whether a text has {@code *} or {@code ?}. */
	static boolean globs(String text) {
		return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
	}

	@Override
	public boolean in(String text, int from, int to) {
		return switch (manner) {
			case WITHIN -> within(text, from, to);
			case WHOLE -> to - from == lower.length && at(text, from);
			case GLOB -> globbed(text, from, to);
		};
	}

	private boolean within(String text, int from, int to) {
		int last = to - lower.length;
		char first = lower[0];
		char other = upper[0];
		for (int at = from; at <= last; at++) {
			char c = text.charAt(at);
			if ((c == first || c == other) && at(text, at)) {
				return true;
			}
		}
		return false;
	}

	private boolean at(String text, int from) {
		for (int i = 0; i < lower.length; i++) {
			char c = text.charAt(from + i);
			if (c != lower[i] && c != upper[i]) {
				return false;
			}
		}
		return true;
	}

	/** Goes back to the last {@code *} alone, so that the time is bounded by the product of the lengths. */
	private boolean globbed(String text, int from, int to) {
		int at = from;
		int p = 0;
		int star = -1;
		int mark = from;
		while (at < to) {
			if (p < lower.length && lower[p] == '*') {
				star = p++;
				mark = at;
			} else if (p < lower.length && one(p, text.charAt(at))) {
				p++;
				at++;
			} else if (star >= 0) {
				p = star + 1;
				at = ++mark;
			} else {
				return false;
			}
		}
		while (p < lower.length && lower[p] == '*') {
			p++;
		}
		return p == lower.length;
	}

	private boolean one(int p, char c) {
		return lower[p] == '?' || lower[p] == c || upper[p] == c;
	}
}
