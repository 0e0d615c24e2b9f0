package org.fleetdesk.ui.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.fleetdesk.core.details.Link;
import org.fleetdesk.core.details.Value;

/**
 * A text in sections with headings, keys, tables and links, as one document that can be selected and copied as a whole. Built
 * once; then only its ages go on. For one thread.
 */
public final class RichText {

	/** What a span is. */
	public enum Style {
		HEADING, TITLE, COLUMN, KEY, PLAIN, LINK, MORE
	}

	/**
	 * A piece of the text that looks or does something else.
	 *
	 * @param start where it begins
	 * @param length how long it is
	 * @param style what it is
	 * @param whole what it stands for: longer than the text where that is cut
	 * @param link where it leads
	 * @param of whose it is; none for headings
	 */
	public record Span(int start, int length, Style style, String whole, Optional<Link> link, Optional<Spot> of) {
		/** Whether a place in the text is in it or at its end. */
		boolean holds(int offset) {
			return offset >= start && offset <= start + length;
		}

		/** Whether the text has not all of it. */
		boolean cut(String text) {
			return !text.substring(start, start + length).equals(whole);
		}

		/** Whether something can be done with it. */
		boolean active() {
			return style == Style.LINK || style == Style.MORE;
		}
	}

	/**
	 * A value on the page.
	 *
	 * @param value the value
	 * @param row the values of its row, itself among them; of values under each other itself alone
	 */
	public record Spot(Value value, List<Value> row) {
		public Spot {
			row = List.copyOf(row);
		}
	}

	/**
	 * How a line is laid out.
	 *
	 * @param stops where its columns begin, in pixels
	 * @param indent where its wrapped lines begin
	 * @param ruled whether a fine line stands below it
	 */
	public record Form(List<Integer> stops, int indent, boolean ruled) {
		/** Without columns. */
		static final Form PLAIN = new Form(List.of(), 0, false);

		public Form {
			stops = List.copyOf(stops);
		}
	}

	/** A span that reads otherwise as time goes on, and what it stands for then. */
	private record Ageing(int span, Function<Instant, String> words, Function<Instant, String> whole) {
	}

	private final StringBuilder text = new StringBuilder();
	private final List<Span> spans = new ArrayList<>();
	private final List<Ageing> ageing = new ArrayList<>();
	private final List<Form> forms = new ArrayList<>();

	/** A span of what it stands for. */
	public RichText span(String words, Style style) {
		return span(words, style, words, Optional.empty(), Optional.empty());
	}

	RichText span(String words, Style style, String whole, Optional<Link> link, Optional<Spot> of) {
		spans.add(new Span(text.length(), words.length(), style, whole, link, of));
		text.append(words);
		return this;
	}

	/** The span that was added last reads otherwise as time goes on. */
	public RichText ageing(Function<Instant, String> words, Function<Instant, String> whole) {
		ageing.add(new Ageing(spans.size() - 1, words, whole));
		return this;
	}

	/**
	 * Lets ages go on to a moment; gives the spans that read otherwise now, or nothing if one of them has another length: then
	 * all is as it was, and the text has to be laid out anew.
	 */
	public Optional<List<Span>> age(Instant now) {
		List<Span> aged = new ArrayList<>();
		if (ageing.stream().anyMatch(each -> each.words().apply(now).length() != spans.get(each.span()).length())) {
			return Optional.empty();
		}
		for (Ageing each : ageing) {
			Span span = spans.get(each.span());
			int end = span.start() + span.length();
			String words = each.words().apply(now);
			if (!text.substring(span.start(), end).equals(words)) {
				text.replace(span.start(), end, words);
				Span newest = new Span(span.start(), span.length(), span.style(), each.whole().apply(now), span.link(),
						span.of());
				spans.set(each.span(), newest);
				aged.add(newest);
			}
		}
		return Optional.of(aged);
	}

	RichText plain(String words) {
		text.append(words);
		return this;
	}

	/** Ends the line. */
	RichText end(Form form) {
		text.append('\n');
		forms.add(form);
		return this;
	}

	boolean isEmpty() {
		return text.isEmpty();
	}

	/** All of it. */
	public String text() {
		return text.toString();
	}

	/** Its pieces, in order. */
	public List<Span> spans() {
		return List.copyOf(spans);
	}

	/** How each line is laid out. */
	List<Form> forms() {
		return List.copyOf(forms);
	}
}
