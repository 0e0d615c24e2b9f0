package org.fleetdesk.core.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which entries of the journal are wanted.
 *
 * @param limit the newest so many
 * @param cluster of the cluster of this id only
 * @param object of this object only, in whichever cluster
 * @param from begun at this time or later
 * @param until begun before this time
 * @param having what else they have
 */
public record JournalQuery(int limit, Optional<String> cluster, Optional<Of> object, Optional<Instant> from,
		Optional<Instant> until, Having having) {

	/**
	 * An object.
	 *
	 * @param type its type as in {@link Entry.Subject}
	 * @param namespace its namespace, or empty
	 * @param name its name
	 */
	public record Of(String type, String namespace, String name) {
		public Of {
			Objects.requireNonNull(type);
			Objects.requireNonNull(namespace);
			Objects.requireNonNull(name);
		}
	}

	/**
	 * What entries have in common.
	 *
	 * @param group of this group only, see {@link Entry.Group#id}
	 * @param outcome with this outcome only
	 * @param type of this type only, as in {@link Entry.Subject}
	 * @param operation of this operation only
	 * @param text with this text, in any case, in the operation, the object's type and name, the cluster, who it was, the
	 *            message or the ticket
	 */
	public record Having(Optional<String> group, Optional<Entry.Outcome> outcome, Optional<String> type,
			Optional<String> operation, Optional<String> text) {
		private static final Having ANYTHING = new Having(Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty());

		public Having {
			Objects.requireNonNull(group);
			Objects.requireNonNull(outcome);
			Objects.requireNonNull(type);
			Objects.requireNonNull(operation);
			Objects.requireNonNull(text);
		}

		private boolean matches(Entry entry) {
			Entry.Subject subject = entry.subject();
			return group.map(entry.group().id()::equals).orElse(true)
					&& outcome.map(entry.outcome()::equals).orElse(true)
					&& type.map(subject.type()::equals).orElse(true)
					&& operation.map(subject.operation()::equals).orElse(true)
					&& text.map(t -> words(entry).contains(t.toLowerCase(Locale.ROOT))).orElse(true);
		}

		private static String words(Entry entry) {
			Entry.Subject subject = entry.subject();
			return String.join(" ", subject.operation(), subject.type(), subject.namespace() + "/" + subject.name(),
					entry.place().name(), entry.place().identity(), entry.by().account(), entry.message(),
					entry.group().ticket()).toLowerCase(Locale.ROOT);
		}
	}

	public JournalQuery {
		if (limit < 1) {
			throw new IllegalArgumentException("limit " + limit);
		}
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(object);
		Objects.requireNonNull(from);
		Objects.requireNonNull(until);
		Objects.requireNonNull(having);
	}

	/** The newest so many of all. */
	public static JournalQuery newest(int limit) {
		return new JournalQuery(limit, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
				Having.ANYTHING);
	}

	/** The same of one cluster. */
	public JournalQuery of(String id) {
		return new JournalQuery(limit, Optional.of(id), object, from, until, having);
	}

	/** The same of one object. */
	public JournalQuery of(Of one) {
		return new JournalQuery(limit, cluster, Optional.of(one), from, until, having);
	}

	/** The same of the time from one moment until before another. */
	public JournalQuery between(Instant first, Instant end) {
		return new JournalQuery(limit, cluster, object, Optional.of(first), Optional.of(end), having);
	}

	/** The same of those begun at a time or later. */
	public JournalQuery since(Instant first) {
		return new JournalQuery(limit, cluster, object, Optional.of(first), until, having);
	}

	/** The same of one group. */
	public JournalQuery group(String id) {
		return having(new Having(Optional.of(id), having.outcome, having.type, having.operation, having.text));
	}

	/** The same with one outcome. */
	public JournalQuery outcome(Entry.Outcome outcome) {
		return having(new Having(having.group, Optional.of(outcome), having.type, having.operation, having.text));
	}

	/** The same of objects of one type, as in {@link Entry.Subject}. */
	public JournalQuery type(String type) {
		return having(new Having(having.group, having.outcome, Optional.of(type), having.operation, having.text));
	}

	/** The same of one operation. */
	public JournalQuery operation(String operation) {
		return having(new Having(having.group, having.outcome, having.type, Optional.of(operation), having.text));
	}

	/** The same with a text. */
	public JournalQuery text(String text) {
		return having(new Having(having.group, having.outcome, having.type, having.operation, Optional.of(text)));
	}

	private JournalQuery having(Having wanted) {
		return new JournalQuery(limit, cluster, object, from, until, wanted);
	}

	/** Whether an entry is meant, the limit left aside. */
	boolean matches(Entry entry) {
		Entry.Subject subject = entry.subject();
		return cluster.map(entry.place().cluster()::equals).orElse(true)
				&& object.map(new Of(subject.type(), subject.namespace(), subject.name())::equals).orElse(true)
				&& from.map(t -> !entry.begun().isBefore(t)).orElse(true)
				&& until.map(entry.begun()::isBefore).orElse(true) && having.matches(entry);
	}
}
