package org.fleetdesk.core.filter;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Reads a filter's text; what is wrong is left out and told. Used once, by one thread. */
final class FilterReader {
	private static final int LONGEST = 5_000;
	private static final int DEEPEST = 50;

	/**
	 * What was read.
	 *
	 * @param term all of it
	 * @param terms how many terms it has that were understood
	 * @param problem the first thing that is wrong
	 * @param expressions the regular expressions in it
	 * @param pieces its terms as they stand in the text
	 */
	record Read(Term term, int terms, Optional<Filter.Problem> problem, List<Expression> expressions,
			List<Piece> pieces) {
		/** Both of two texts, neither of which has its pieces in the other. */
		Read and(Read other) {
			return new Read(new Term.All(List.of(term, other.term)), terms + other.terms,
					problem.or(() -> other.problem),
					Stream.concat(expressions.stream(), other.expressions.stream()).toList(), List.of());
		}
	}

	/**
	 * A term as it stands in the text.
	 *
	 * @param from where it begins
	 * @param to where it ends
	 * @param key the key, or the word
	 * @param operator the operator; null for a word
	 * @param value where its value begins
	 */
	record Piece(int from, int to, String key, @Nullable Operator operator, int value) {
	}

	private final String text;
	private final List<Expression> expressions = new ArrayList<>();
	private final List<Piece> pieces = new ArrayList<>();
	private Optional<Filter.Problem> problem = Optional.empty();
	private int at;
	private int depth;
	private int terms;

	FilterReader(String text) {
		this.text = text;
	}

	Read read() {
		Term term = null;
		if (text.length() > LONGEST) {
			problem(text("filter.long", LONGEST), LONGEST, text.length(), false);
		} else {
			term = any();
		}
		return new Read(term == null ? new Term.All(List.of()) : term, terms, problem, List.copyOf(expressions),
				List.copyOf(pieces));
	}

	private @Nullable Term any() {
		List<Term> alternatives = new ArrayList<>();
		int or = -1;
		do {
			Term term = all();
			if (term != null) {
				alternatives.add(term);
			}
			if (term == null && or >= 0) {
				problem(text("filter.or"), or, or + 2, ended());
			}
			or = at;
			if (keyword("or") && term == null) {
				problem(text("filter.or"), or, or + 2, false);
			}
		} while (at > or);
		return alternatives.size() < 2
				? alternatives.isEmpty() ? null : alternatives.getFirst()
				: new Term.Any(alternatives);
	}

	private @Nullable Term all() {
		List<Term> all = new ArrayList<>();
		while (true) {
			skipSpaces();
			if (at >= text.length() || atKeyword("or") || text.charAt(at) == ')' && depth > 0) {
				return all.size() < 2 ? all.isEmpty() ? null : all.getFirst() : new Term.All(all);
			} else if (text.charAt(at) == ')') {
				problem(text("filter.parenthesis.close"), at, at + 1, false);
				at++;
			} else if (!keyword("and")) {
				Term term = not();
				if (term != null) {
					all.add(term);
				}
			}
		}
	}

	private @Nullable Term not() {
		boolean not = false;
		int from = at;
		while (true) {
			if (keyword("not")) {
				not = !not;
				skipSpaces();
			} else if (at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) > ' ') {
				not = !not;
				at++;
			} else {
				break;
			}
		}
		if (at >= text.length() || text.charAt(at) == ')') {
			problem(text("filter.not"), from, at, ended());
			return null;
		}
		Term term = text.charAt(at) == '(' ? group() : term();
		return term != null && not ? new Term.Not(term) : term;
	}

	private @Nullable Term group() {
		int from = at++;
		if (depth >= DEEPEST) {
			problem(text("filter.deep", DEEPEST), from, at, false);
			return null;
		}
		depth++;
		Term term = any();
		depth--;
		if (at < text.length()) {
			at++;
		} else {
			problem(text("filter.parenthesis.open"), from, text.length(), true);
		}
		return term;
	}

	private @Nullable Term term() {
		int from = at;
		char c = text.charAt(at);
		if (c == '"' || c == '\'') {
			String quoted = quoted();
			Operator operator = operator(true);
			if (operator != null) {
				return keyed(from, quoted, true, operator);
			}
			pieces.add(new Piece(from, at, quoted, null, from));
			return quoted.isEmpty() ? null : counted(new Term.Word(new Value(quoted, true, null)));
		} else if (c == '/') {
			Value value = expression();
			pieces.add(new Piece(from, at, "", null, from));
			return value == null ? null : counted(new Term.Word(value));
		}
		while (at < text.length() && FilterText.keyCharacter(text.charAt(at))) {
			at++;
		}
		String key = text.substring(from, at);
		if (FilterText.key(key)) {
			Operator operator = operator(true);
			if (operator != null) {
				return keyed(from, key, false, operator);
			}
		}
		while (at < text.length() && !FilterText.ends(text.charAt(at))) {
			at++;
		}
		String word = text.substring(from, at);
		pieces.add(new Piece(from, at, word, null, from));
		return counted(new Term.Word(new Value(word, false, null)));
	}

	private @Nullable Term keyed(int from, String key, boolean column, Operator written) {
		Operator operator = written;
		if (written == Operator.HAS) { // restarts:>3
			Operator other = operator(false);
			operator = other == null ? written : other;
		}
		if (operator != Operator.HAS) {
			skipSpaces();
		}
		int begins = at;
		boolean labels = !column && Key.of(key).filter(k -> k == Key.LABEL).isPresent();
		Term term = at >= text.length() || FilterText.ends(text.charAt(at))
				? unfinished(from, key)
				: labels ? labels(from, operator) : valued(from, key, column, operator);
		pieces.add(new Piece(from, at, key, operator, begins));
		return term;
	}

	private @Nullable Term unfinished(int from, String key) {
		return problem(text("filter.value", key), from, at, ended());
	}

	private @Nullable Term valued(int from, String key, boolean column, Operator operator) {
		int begins = at;
		Value value = value();
		if (value == null) {
			return null;
		}
		boolean ordered = operator.orders();
		if (ordered && value.expression() != null) {
			return problem(text("filter.expression.compared"), begins, at, false);
		}
		if (!column && KeyTerm.age(key)
				&& (value.expression() != null || Double.isNaN(Amount.seconds(value.text())))) {
			return problem(text("filter.age"), begins, at, ended() && !Double.isNaN(Amount.plain(value.text())));
		}
		return counted(new KeyTerm(key, column, operator, value, from, at));
	}

	private @Nullable Term labels(int from, Operator operator) {
		int begins = at;
		char c = text.charAt(at);
		LabelReader labels;
		if (c == '"' || c == '\'') {
			String inner = quoted();
			labels = new LabelReader(this, inner, 0, true);
			labels.read();
		} else {
			labels = new LabelReader(this, text, at, false);
			at = labels.read();
		}
		if (operator.orders()) {
			return problem(text("filter.label.operator"), from, begins, false);
		} else if (labels.requirements().isEmpty() || labels.wrong()) {
			boolean open = labels.unfinished() && ended();
			return problem(text("filter.label"), begins, at, open);
		}
		Term term = new Term.Labels(labels.requirements());
		return counted(operator == Operator.UNEQUAL ? new Term.Not(term) : term);
	}

	private Term counted(Term term) {
		terms++;
		return term;
	}

	/** The value here: in quotes, an expression, or up to a space or a parenthesis; null if it is wrong. */
	private @Nullable Value value() {
		char c = text.charAt(at);
		if (c == '"' || c == '\'') {
			return new Value(quoted(), true, null);
		} else if (c == '/') {
			return expression();
		}
		int from = at;
		while (at < text.length() && !FilterText.ends(text.charAt(at))) {
			at++;
		}
		return new Value(text.substring(from, at), false, null);
	}

	private String quoted() {
		int from = at;
		int end = text.indexOf(text.charAt(at), at + 1);
		if (end < 0) {
			at = text.length();
			problem(text("filter.quote"), from, at, true);
			return text.substring(from + 1);
		}
		at = end + 1;
		return text.substring(from + 1, end);
	}

	/** The expression between slashes here; the second stands before a space, a parenthesis, or the end. */
	private @Nullable Value expression() {
		int from = at;
		int end = FilterText.expressionEnd(text, from, false);
		if (end < 0) {
			at = text.length();
			problem(text("filter.expression.open"), from, at, true);
			return null;
		}
		at = end + 1;
		return compiled(text.substring(from + 1, end), from, at);
	}

	/** A value of an expression; null if it is wrong, which is told of a place. */
	@Nullable
	Value compiled(String inner, int from, int to) {
		if (inner.length() > Expression.LONGEST) {
			problem(text("filter.expression.long", Expression.LONGEST), from, to, false);
			return null;
		}
		try {
			Expression expression = new Expression(inner.replace("\\/", "/"));
			expressions.add(expression);
			return new Value(inner, false, expression);
		} catch (PatternSyntaxException e) {
			problem(text("filter.expression", e.getDescription()), from, to, false);
			return null;
		}
	}

	/** The operator here, which is then passed; spaces may stand before one that compares. */
	private @Nullable Operator operator(boolean spaces) {
		int start = at;
		if (spaces) {
			skipSpaces();
		}
		for (Operator operator : Operator.values()) {
			if (text.startsWith(operator.sign(), at) && (operator != Operator.HAS || at == start)) {
				at += operator.sign().length();
				return operator;
			}
		}
		at = start;
		return null;
	}

	private boolean keyword(String word) {
		boolean here = atKeyword(word);
		at += here ? word.length() : 0;
		return here;
	}

	private boolean atKeyword(String word) {
		int end = at + word.length();
		return text.regionMatches(true, at, word, 0, word.length())
				&& (end == text.length() || FilterText.ends(text.charAt(end)));
	}

	private void skipSpaces() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
	}

	/** Whether nothing comes after here. */
	private boolean ended() {
		return text.substring(Math.min(at, text.length())).isBlank();
	}

	private @Nullable Term problem(String sentence, int from, int to, boolean unfinished) {
		if (problem.isEmpty()) {
			problem = Optional.of(new Filter.Problem(sentence, from, to, unfinished));
		}
		return null;
	}
}
