package org.fleetdesk.ui.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.ui.IMemento;

import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalQuery;

import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal an Operations view shows; survives a restart. Immutable.
 *
 * @param span of which time
 * @param outcome what came of them; empty for anything
 * @param cluster the id of their cluster, or empty
 * @param type the type of their objects, or empty
 * @param identity who is known by this name in the cluster, or empty
 * @param object the one object they are about; empty for any
 * @param text words that stand in them
 */
record HistoryState(Span span, Optional<Entry.Outcome> outcome, String cluster, String type, String identity,
		Optional<JournalQuery.Of> object, String text) {
	private static final int OBJECT = 3;

	/** How far back. */
	enum Range {
		/** An hour. */
		HOUR(Duration.ofHours(1)),
		/** As long as somebody works without a break. */
		FOUR_HOURS(Duration.ofHours(4)),
		/** A day. */
		DAY(Duration.ofDays(1)),
		/** A week. */
		WEEK(Duration.ofDays(7)),
		/** As long as entries are kept. */
		ALL(Duration.ZERO),
		/** From one moment to another. */
		BETWEEN(Duration.ZERO);

		private final Duration back;

		Range(Duration back) {
			this.back = back;
		}
	}

	/**
	 * A time.
	 *
	 * @param range how far back
	 * @param from when it begins, for a time between two moments
	 * @param until when it ends, for a time between two moments
	 */
	record Span(Range range, Instant from, Instant until) {
		Span {
			Objects.requireNonNull(range);
			Objects.requireNonNull(from);
			Objects.requireNonNull(until);
		}

		/** Up to now. */
		static Span last(Range range) {
			return new Span(range, Instant.EPOCH, Instant.EPOCH);
		}

		private JournalQuery of(JournalQuery query, Instant now) {
			return switch (range) {
				case ALL -> query;
				case BETWEEN -> query.between(from, until);
				case HOUR, FOUR_HOURS, DAY, WEEK -> query.since(now.minus(range.back));
			};
		}
	}

	/** Everything. */
	static final HistoryState ALL = new HistoryState(Span.last(Range.ALL), Optional.empty(), "", "", "",
			Optional.empty(), "");

	HistoryState {
		Objects.requireNonNull(span);
		Objects.requireNonNull(outcome);
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(type);
		Objects.requireNonNull(identity);
		Objects.requireNonNull(object);
		Objects.requireNonNull(text);
	}

	HistoryState of(Span other) {
		return new HistoryState(other, outcome, cluster, type, identity, object, text);
	}

	HistoryState of(Optional<Entry.Outcome> other) {
		return new HistoryState(span, other, cluster, type, identity, object, text);
	}

	HistoryState in(String other) {
		return new HistoryState(span, outcome, other, type, identity, object, text);
	}

	HistoryState ofType(String other) {
		return new HistoryState(span, outcome, cluster, other, identity, object, text);
	}

	HistoryState by(String other) {
		return new HistoryState(span, outcome, cluster, type, other, object, text);
	}

	HistoryState with(String words) {
		return new HistoryState(span, outcome, cluster, type, identity, object, words);
	}

	/** Of one object in one cluster, whatever was narrowed before. */
	static HistoryState about(String cluster, JournalQuery.Of object) {
		return new HistoryState(Span.last(Range.ALL), Optional.empty(), cluster, "", "", Optional.of(object), "");
	}

	/** The journal's query, as of a moment. */
	JournalQuery query(int most, Instant now) {
		JournalQuery query = span.of(JournalQuery.newest(most), now);
		query = outcome.map(query::outcome).orElse(query);
		query = object.map(query::of).orElse(query);
		query = cluster.isEmpty() ? query : query.of(cluster);
		query = type.isEmpty() ? query : query.type(type);
		query = identity.isEmpty() ? query : query.identity(identity);
		return text.isBlank() ? query : query.text(text);
	}

	/** Writes it to a memento. */
	void save(IMemento memento) {
		memento.putString("range", span.range().name());
		memento.putString("from", span.from().toString());
		memento.putString("until", span.until().toString());
		memento.putString("outcome", outcome.map(Enum::name).orElse(""));
		memento.putString("cluster", cluster);
		memento.putString("type", type);
		memento.putString("identity", identity);
		memento.putString("object",
				object.map(of -> String.join("\n", of.type(), of.namespace(), of.name())).orElse(""));
		memento.putString("text", text);
	}

	/** What {@link #save} wrote. */
	static HistoryState load(@Nullable IMemento memento) {
		if (memento == null || memento.getString("range") == null) {
			return ALL;
		}
		String[] object = text(memento, "object").split("\n", -1);
		return new HistoryState(
				new Span(constant(Range.class, memento, "range").orElse(Range.ALL),
						Instant.parse(text(memento, "from")),
						Instant.parse(text(memento, "until"))),
				constant(Entry.Outcome.class, memento, "outcome"), text(memento, "cluster"), text(memento, "type"),
				text(memento, "identity"),
				object.length == OBJECT
						? Optional.of(new JournalQuery.Of(object[0], object[1], object[2]))
						: Optional.empty(),
				text(memento, "text"));
	}

	private static <E extends Enum<E>> Optional<E> constant(Class<E> type, IMemento memento, String key) {
		return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(text(memento, key))).findFirst();
	}

	private static String text(IMemento memento, String key) {
		return Objects.requireNonNullElse(memento.getString(key), "");
	}
}
