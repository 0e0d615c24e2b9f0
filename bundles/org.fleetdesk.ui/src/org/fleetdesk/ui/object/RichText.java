package org.fleetdesk.ui.object;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in sections with headings, keys and links, as one document that can be selected and copied as a whole. Built once,
 * by one thread.
 */
final class RichText {

	/** What a span is. */
	enum Style {
		HEADING, KEY, FAINT, LINK
	}

	/**
	 * A piece of the text that looks or does something else.
	 *
	 * @param start where it begins
	 * @param length how long it is
	 * @param style what it is
	 * @param target what a link leads to, else empty
	 */
	record Span(int start, int length, Style style, String target) {
	}

	private final StringBuilder text = new StringBuilder();
	private final List<Span> spans = new ArrayList<>();

	RichText heading(String words) {
		if (!text.isEmpty()) {
			text.append('\n');
		}
		return span(words, Style.HEADING, "").end();
	}

	RichText key(String key, String value) {
		return span(key, Style.KEY, "").plain("\t").plain(value.strip().replaceAll("\\s*\n\\s*", " ")).end();
	}

	RichText span(String words, Style style, String target) {
		spans.add(new Span(text.length(), words.length(), style, target));
		text.append(words);
		return this;
	}

	RichText plain(String words) {
		text.append(words);
		return this;
	}

	RichText end() {
		text.append('\n');
		return this;
	}

	String text() {
		return text.toString();
	}

	List<Span> spans() {
		return List.copyOf(spans);
	}
}
