package org.fleetdesk.core.search;

import org.jspecify.annotations.Nullable;

/** A word that is looked for whatever its case; looking makes no garbage. Immutable. */
final class Word {
	private final String text;
	private final char[] lower;
	private final char[] upper;

	Word(String text) {
		this.text = text;
		lower = text.toCharArray();
		upper = text.toCharArray();
		for (int i = 0; i < lower.length; i++) {
			lower[i] = Character.toLowerCase(Character.toUpperCase(lower[i]));
			upper[i] = Character.toUpperCase(lower[i]);
		}
	}

	String text() {
		return text;
	}

	/** The part before a sign and the part behind it; null if it has no such two parts. */
	Word @Nullable [] split(char sign) {
		int at = text.indexOf(sign);
		return at <= 0 || at == text.length() - 1
				? null
				: new Word[]{new Word(text.substring(0, at)), new Word(text.substring(at + 1))};
	}

	/** Where it stands in a text from a place on, or -1. */
	int in(String other, int from) {
		int last = other.length() - lower.length;
		char first = lower[0];
		char big = upper[0];
		for (int at = from; at <= last; at++) {
			char c = other.charAt(at);
			if ((c == first || c == big) && at(other, at)) {
				return at;
			}
		}
		return -1;
	}

	boolean in(String other) {
		return in(other, 0) >= 0;
	}

	/** Whether a text begins with it. */
	boolean begins(String other) {
		return other.length() >= lower.length && (other.charAt(0) == lower[0] || other.charAt(0) == upper[0])
				&& at(other, 0);
	}

	/** Whether it is the whole of a text. */
	boolean is(String other) {
		return other.length() == lower.length && begins(other);
	}

	private boolean at(String other, int from) {
		for (int i = 1; i < lower.length; i++) {
			char c = other.charAt(from + i);
			if (c != lower[i] && c != upper[i]) {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return text;
	}
}
