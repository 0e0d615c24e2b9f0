package org.fleetdesk.core.filter;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.internal.Texts;

/**
 * What a person typed to see fewer lines, understood: {@code docs/filter.md} describes the language. Immutable, safe for any
 * thread; filters are equal if their texts are.
 */
public final class Filter {
	/** Lets everything pass. */
	public static final Filter ALL = parse("");

	/**
	 * What is wrong with a filter's text.
	 *
	 * @param sentence what is wrong and what to do
	 * @param from where it begins in the text
	 * @param to where it ends
	 * @param unfinished whether it may only be that the text is still being typed: what is missing stands at its end
	 */
	public record Problem(String sentence, int from, int to, boolean unfinished) {
		public Problem {
			Objects.requireNonNull(sentence);
		}
	}

	/**
	 * How something is asked for.
	 *
	 * @param text a filter
	 * @param meaning what it finds
	 */
	public record Example(String text, String meaning) {
	}

	private final String text;
	private final FilterReader.Read read;

	private Filter(String text, FilterReader.Read read) {
		this.text = text;
		this.read = read;
	}

	/** The filter of a text; of a text that is wrong somewhere as much as can be understood, and {@link #problem}. */
	public static Filter parse(String text) {
		return new Filter(text, new FilterReader(text).read());
	}

	/** The text. */
	public String text() {
		return text;
	}

	/** The first thing that is wrong; also, after a run, that an expression took too long. */
	public Optional<Problem> problem() {
		if (read.problem().isPresent()) {
			return read.problem();
		}
		return read.expressions().stream().filter(Expression::slow).findFirst()
				.map(slow -> new Problem(Texts.text("filter.expression.slow"), 0, text.length(), false));
	}

	/** Whether every line passes, so that none need be looked at. */
	public boolean all() {
		return read.terms() == 0;
	}

	/** Whether it looks at the column of a heading by name. */
	public boolean asks(String heading) {
		return read.term().asks(Heading.plain(heading));
	}

	/** Lets pass what passes both, each as far as it was understood: what is wrong in one text does not spoil the other. */
	public Filter and(Filter other) {
		if (all() || other.all()) {
			return all() ? other : this;
		}
		return new Filter('(' + text + ") (" + other.text + ')', read.and(other.read));
	}

	/**
	 * Begins a run over lines.
	 *
	 * @param headings what the cells of the lines stand under
	 * @param nowMillis from when ages are counted, in milliseconds since 1970
	 */
	public FilterRun on(List<Heading> headings, long nowMillis) {
		return new FilterRun(read.term(), List.copyOf(headings), nowMillis);
	}

	/**
	 * How a text may go on where somebody types: keys, operators, values.
	 *
	 * @param caret where in the text
	 * @param vocabulary what the list has
	 */
	public static List<Proposal> completions(String text, int caret, Vocabulary vocabulary) {
		return new Completion(text, caret, vocabulary).proposals();
	}

	/** What may be written, each with what it means: the language at a glance. */
	public static List<Example> examples() {
		return List.of(new Example("crash web", Texts.text("filter.example.words")),
				new Example("status:failed", Key.STATUS.meaning()),
				new Example("health:failed", Key.HEALTH.meaning()), new Example("ns:web-*", Key.NAMESPACE.meaning()),
				new Example("cluster=prod-eu", Key.CLUSTER.meaning()), new Example("kind:pod", Key.KIND.meaning()),
				new Example("name:api", Key.NAME.meaning()), new Example("node:gpu-*", Key.NODE.meaning()),
				new Example("image:nginx:1.2*", Key.IMAGE.meaning()), new Example("ip:10.0.", Key.IP.meaning()),
				new Example("label:app=web", Key.LABEL.meaning()),
				new Example("owner:ReplicaSet/web", Key.OWNER.meaning()),
				new Example("age>2d", Texts.text("filter.key.age")),
				new Example("restarts>3", Texts.text("filter.example.compared")),
				new Example("\"last restart\"<1h", Texts.text("filter.example.quoted")),
				new Example("expires<30d", Texts.text("filter.example.deadline")),
				new Example("ready=1/1", Texts.text("filter.example.equal")),
				new Example("not ns:kube-system", Texts.text("filter.key.not")),
				new Example("api or web", Texts.text("filter.key.or")),
				new Example("(api or web) age<1h", Texts.text("filter.example.group")),
				new Example("/api-[0-9]+/", Texts.text("filter.example.expression")));
	}

	/** A text with one more term, which lines with exactly this value under a heading pass, or do not pass. */
	public static String with(String text, String heading, String value, boolean not) {
		String key = Key.of(heading).map(known -> switch (known) {
			case KIND, LABEL, OWNER -> '"' + heading + '"'; // columns of these names say something else
			default -> known.word();
		}).orElse(FilterText.keyed(heading) ? heading.toLowerCase(Locale.ROOT) : '"' + heading + '"');
		return with(text, key + (not ? "!=" : "=") + (value.isEmpty() ? "\"\"" : FilterText.quote(value)));
	}

	/** A text with one more term, which the objects of a controlling owner pass, written "ReplicaSet/web-7c9". */
	public static String withOwner(String text, String owner) {
		return with(text, Key.OWNER.word() + '=' + FilterText.quote(owner));
	}

	private static String with(String text, String term) {
		boolean alternatives = parse(text).read.term() instanceof Term.Any;
		String before = alternatives ? '(' + text.strip() + ')' : text.strip();
		return before.isEmpty() ? term : before + ' ' + term;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Filter o && text.equals(o.text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}

	@Override
	public String toString() {
		return text;
	}
}
