package org.fleetdesk.core.filter;

import static org.fleetdesk.core.internal.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.fleetdesk.core.filter.FilterReader.Piece;
import org.fleetdesk.core.filter.Vocabulary.Counted;

/** Proposes how a filter's text may go on at a place. Used once, by any thread. */
final class Completion {
	private static final int MOST = 50;
	private static final List<String> DURATIONS = List.of("10m", "1h", "1d", "7d", "30d");

	private final Vocabulary vocabulary;
	private final String before;
	private final int caret;
	private final List<Proposal> proposals = new ArrayList<>();

	Completion(String text, int caret, Vocabulary vocabulary) {
		this.caret = Math.clamp(caret, 0, text.length());
		this.before = text.substring(0, this.caret);
		this.vocabulary = vocabulary;
	}

	List<Proposal> proposals() {
		List<Piece> pieces = new FilterReader(before).read().pieces();
		Optional<Piece> last = pieces.isEmpty()
				? Optional.empty()
				: Optional.of(pieces.getLast()).filter(piece -> piece.to() == caret);
		last.ifPresentOrElse(this::of, () -> keys(caret, ""));
		return proposals.stream().limit(MOST).toList();
	}

	private void of(Piece piece) {
		if (piece.operator() == null) {
			if (before.startsWith("/", piece.from()) || before.indexOf('"', piece.from()) >= 0) {
				return; // expressions and quoted words are a person's own
			}
			keys(piece.from(), piece.key());
			if (!piece.key().isEmpty()) {
				Stream.of(Key.STATUS, Key.HEALTH, Key.NAMESPACE, Key.NODE, Key.CLUSTER)
						.forEach(key -> words(piece, key));
			}
			return;
		}
		String typed = before.substring(piece.value());
		String partial = typed.startsWith("\"") || typed.startsWith("'") ? typed.substring(1) : typed;
		boolean column = before.charAt(piece.from()) == '"' || before.charAt(piece.from()) == '\'';
		if (partial.startsWith("/")) {
			return;
		} else if (!column && Key.of(piece.key()).filter(k -> k == Key.LABEL).isPresent()) {
			labels(piece.value(), typed);
		} else if (moments(piece.key())) {
			DURATIONS.stream().filter(d -> d.startsWith(partial) && !d.equals(partial))
					.forEach(d -> proposals.add(new Proposal(piece.value(), caret, d + " ", d, "", 0)));
		} else {
			values(piece.value(), partial, vocabulary.values(piece.key(), column));
		}
	}

	private boolean moments(String key) {
		String plain = Heading.plain(key);
		return KeyTerm.age(key)
				|| vocabulary.headings().stream().anyMatch(h -> h.moment() && Heading.plain(h.name()).equals(plain));
	}

	private void keys(int from, String typed) {
		String plain = Heading.plain(typed);
		for (Key key : Key.values()) {
			if (key.word().startsWith(plain) && here(key)) {
				proposals.add(new Proposal(from, caret, key.word() + ":", key.word() + ":", key.meaning(), 0));
			}
		}
		if ("age".startsWith(plain)) {
			proposals.add(new Proposal(from, caret, "age>", "age>", text("filter.key.age"), 0));
		}
		for (Heading heading : vocabulary.headings()) {
			String name = heading.name().toLowerCase(Locale.ROOT);
			if (Heading.plain(name).startsWith(plain) && Key.of(name).isEmpty() && !heading.age()) {
				String sign = vocabulary.compared().contains(heading) ? ">" : ":";
				String key = (FilterText.keyed(name) ? name : '"' + name + '"') + sign;
				proposals.add(new Proposal(from, caret, key, key, text("filter.key.heading", heading.name()), 0));
			}
		}
		if (typed.isEmpty() || "not".startsWith(plain)) {
			proposals.add(new Proposal(from, caret, "not ", "not", text("filter.key.not"), 0));
		}
		if (from > 0 && (typed.isEmpty() || "or".startsWith(plain))) {
			proposals.add(new Proposal(from, caret, "or ", "or", text("filter.key.or"), 0));
		}
	}

	/** Whether there is anything to find by a key. */
	private boolean here(Key key) {
		return switch (key) {
			case NODE, STATUS, IMAGE, IP -> !key.columns(vocabulary.headings()).isEmpty();
			case NAMESPACE, OWNER, CLUSTER, HEALTH -> !vocabulary.values(key.word(), false).isEmpty();
			case LABEL -> !vocabulary.labels().isEmpty();
			default -> true;
		};
	}

	/** Values of a key that a word may mean. */
	private void words(Piece piece, Key key) {
		String word = piece.key().toLowerCase(Locale.ROOT);
		vocabulary.values(key.word(), false).stream()
				.filter(value -> value.text().toLowerCase(Locale.ROOT).contains(word)).limit(5)
				.forEach(value -> proposals.add(new Proposal(piece.from(), caret,
						key.word() + ":" + FilterText.quote(value.text()) + " ", key.word() + ":" + value.text(), "",
						value.lines())));
	}

	/** Values that begin with what is typed, then those that have it within. */
	private void values(int from, String partial, List<Counted> values) {
		String typed = partial.toLowerCase(Locale.ROOT);
		List<Counted> fit = values.stream().filter(v -> v.text().toLowerCase(Locale.ROOT).contains(typed)).toList();
		if (fit.size() == 1 && fit.getFirst().text().equals(partial)) {
			return;
		}
		Stream.concat(fit.stream().filter(v -> v.text().toLowerCase(Locale.ROOT).startsWith(typed)),
				fit.stream().filter(v -> !v.text().toLowerCase(Locale.ROOT).startsWith(typed)))
				.forEach(v -> proposals.add(new Proposal(from, caret, FilterText.quote(v.text()) + " ", v.text(), "",
						v.lines())));
	}

	private void labels(int value, String typed) {
		int begins = Math.max(typed.lastIndexOf(','), typed.lastIndexOf('"')) + 1;
		String requirement = typed.substring(begins);
		int equals = requirement.indexOf('=');
		if (equals >= 0) {
			String key = requirement.substring(0, equals).replace("!", "").strip();
			String partial = requirement.substring(equals + 1).replaceFirst("^=", "");
			values(caret - partial.length(), partial, vocabulary.labels().getOrDefault(key, List.of()));
			return;
		}
		String partial = requirement.replaceFirst("^\\s*!?", "").toLowerCase(Locale.ROOT);
		int from = value + typed.length() - partial.length();
		vocabulary.labels().forEach((key, values) -> {
			if (key.toLowerCase(Locale.ROOT).contains(partial)) {
				proposals.add(new Proposal(from, caret, key + "=", key + "=", "",
						values.stream().mapToInt(Counted::lines).sum()));
			}
		});
	}
}
