package org.fleetdesk.core.filter;

import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.core.filter.Term.Labels.Requirement;

import org.jspecify.annotations.Nullable;

/**
 * Reads what labels must be, in kubectl's words: {@code app=web,tier!=db}, {@code app in (a,b)}, {@code !app}; values may
 * have {@code *} and be regular expressions. Used once.
 */
final class LabelReader {
	private final FilterReader owner;
	private final String text;
	private final boolean spaced;
	private final List<Requirement> requirements = new ArrayList<>();
	private int at;
	private boolean wrong;
	private boolean unfinished;

	/** A reader from a place on; {@code spaced} where the whole rest of the text is meant, spaces included. */
	LabelReader(FilterReader owner, String text, int from, boolean spaced) {
		this.owner = owner;
		this.text = text;
		this.at = from;
		this.spaced = spaced;
	}

	/** What was understood. */
	List<Requirement> requirements() {
		return List.copyOf(requirements);
	}

	/** Whether something was not understood. */
	boolean wrong() {
		return wrong;
	}

	/** Whether that is because the end is missing. */
	boolean unfinished() {
		return unfinished;
	}

	/** Reads; says where it ends. */
	int read() {
		do {
			spaces();
			requirement();
			spaces();
		} while (!wrong && sign(","));
		if (spaced && at < text.length()) {
			wrong = true;
		}
		while (at < text.length() && !spaced && !FilterText.ends(text.charAt(at))) { // what is wrong is passed
			wrong = true;
			at++;
		}
		return at;
	}

	private void requirement() {
		boolean not = sign("!");
		spaces();
		Value key = value("=!,");
		if (key == null || key.text().isEmpty()) {
			fail();
			return;
		}
		int end = at;
		skip();
		if (sign("!=") || sign("==") || sign("=")) {
			boolean unequal = text.charAt(at - 2) == '!';
			spaces();
			Value value = value(",=!");
			if (value == null || value.text().isEmpty() && !value.quoted()) {
				fail();
			} else {
				requirements.add(new Requirement(key, List.of(value), not != unequal));
			}
		} else if (word("notin") || word("in")) {
			boolean without = text.charAt(at - 3) == 't'; // no*t*in
			among(key, not != without);
		} else {
			at = end;
			requirements.add(new Requirement(key, List.of(), not));
		}
	}

	private void among(Value key, boolean not) {
		List<Value> values = new ArrayList<>();
		skip();
		at++; // the parenthesis, which the word is known by
		do {
			skip();
			Value value = value(",)=!");
			if (value == null || value.text().isEmpty() && !value.quoted()) {
				fail();
				return;
			}
			values.add(value);
			skip();
		} while (sign(","));
		if (sign(")")) {
			requirements.add(new Requirement(key, values, not));
		} else {
			fail();
		}
	}

	private @Nullable Value value(String ends) {
		if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
			int end = text.indexOf(text.charAt(at), at + 1);
			int from = at + 1;
			at = end < 0 ? text.length() : end + 1;
			return end < 0 ? null : new Value(text.substring(from, end), true, null);
		} else if (at < text.length() && text.charAt(at) == '/') {
			int end = FilterText.expressionEnd(text, at, true);
			int from = at;
			at = end < 0 ? text.length() : end + 1;
			return end < 0 ? null : owner.compiled(text.substring(from + 1, end), from, at);
		}
		int from = at;
		while (at < text.length() && !FilterText.ends(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
			at++;
		}
		return new Value(text.substring(from, at), false, null);
	}

	private void fail() {
		wrong = true;
		unfinished |= at >= text.length();
	}

	private boolean sign(String sign) {
		boolean here = text.startsWith(sign, at);
		at += here ? sign.length() : 0;
		return here;
	}

	/** A word before a parenthesis. */
	private boolean word(String word) {
		int next = at + word.length();
		while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
			next++;
		}
		boolean here = text.regionMatches(true, at, word, 0, word.length()) && next < text.length()
				&& text.charAt(next) == '(';
		at += here ? word.length() : 0;
		return here;
	}

	private void spaces() {
		if (spaced) {
			skip();
		}
	}

	private void skip() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
	}
}
