package org.fleetdesk.core.journal;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which entries of the journal are wanted.
 *
 * @param limit the newest so many
 * @param cluster of the cluster of this id only
 * @param object of this object only, in whichever cluster
 * @param from begun at this time or later
 * @param until begun before this time
 * @param having what else they have
 * @param bare without the objects as they were and are, which is much faster for many
 */
public record JournalQuery(int limit, Optional<String> cluster, Optional<Of> object, Optional<Instant> from,
		Optional<Instant> until, Having having, boolean bare) {

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
	 * @param identity by who is known in the cluster by this name only
	 * @param text with these words, in any case, each somewhere in the operation, the object's type and name, the cluster, who it
	 *            was, the program, the message or the ticket
	 */
	public record Having(Optional<String> group, Optional<Entry.Outcome> outcome, Optional<String> type,
			Optional<String> operation, Optional<String> identity, Optional<String> text) {
		private static final Having ANYTHING = new Having(Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty());

		public Having {
			Objects.requireNonNull(group);
			Objects.requireNonNull(outcome);
			Objects.requireNonNull(type);
			Objects.requireNonNull(operation);
			Objects.requireNonNull(identity);
			Objects.requireNonNull(text);
		}

		private boolean matches(Entry entry) {
			Entry.Subject subject = entry.subject();
			return group.map(entry.group().id()::equals).orElse(true)
					&& outcome.map(entry.outcome()::equals).orElse(true)
					&& type.map(subject.type()::equals).orElse(true)
					&& operation.map(subject.operation()::equals).orElse(true)
					&& identity.map(entry.place().identity()::equals).orElse(true)
					&& words().allMatch(told(entry)::contains);
		}

		/** The words of the text, in lower case. */
		Stream<String> words() {
			return text.map(t -> t.strip().toLowerCase(Locale.ROOT)).filter(t -> !t.isEmpty())
					.map(t -> Stream.of(t.split("\\s+"))).orElse(Stream.empty());
		}

		private static String told(Entry entry) {
			Entry.Subject subject = entry.subject();
			return String.join(" ", subject.operation(),
					subject.type() + "/" + subject.namespace() + "/" + subject.name(), entry.place().name(),
					entry.place().identity(), entry.by().account(), entry.by().program(), entry.message(),
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
				Having.ANYTHING, false);
	}

	/** The same of one cluster. */
	public JournalQuery of(String id) {
		return new JournalQuery(limit, Optional.of(id), object, from, until, having, bare);
	}

	/** The same of one object. */
	public JournalQuery of(Of one) {
		return new JournalQuery(limit, cluster, Optional.of(one), from, until, having, bare);
	}

	/** The same of the time from one moment until before another. */
	public JournalQuery between(Instant first, Instant end) {
		return new JournalQuery(limit, cluster, object, Optional.of(first), Optional.of(end), having, bare);
	}

	/** The same of those begun at a time or later. */
	public JournalQuery since(Instant first) {
		return new JournalQuery(limit, cluster, object, Optional.of(first), until, having, bare);
	}

	/** The same of one group. */
	public JournalQuery group(String id) {
		return having(new Having(Optional.of(id), having.outcome, having.type, having.operation, having.identity,
				having.text));
	}

	/** The same with one outcome. */
	public JournalQuery outcome(Entry.Outcome outcome) {
		return having(new Having(having.group, Optional.of(outcome), having.type, having.operation, having.identity,
				having.text));
	}

	/** The same of objects of one type, as in {@link Entry.Subject}. */
	public JournalQuery type(String type) {
		return having(new Having(having.group, having.outcome, Optional.of(type), having.operation, having.identity,
				having.text));
	}

	/** The same of one operation. */
	public JournalQuery operation(String operation) {
		return having(new Having(having.group, having.outcome, having.type, Optional.of(operation), having.identity,
				having.text));
	}

	/** The same by who is known in the cluster by a name. */
	public JournalQuery identity(String identity) {
		return having(new Having(having.group, having.outcome, having.type, having.operation, Optional.of(identity),
				having.text));
	}

	/** The newest so many of the same. */
	public JournalQuery atMost(int most) {
		return new JournalQuery(most, cluster, object, from, until, having, bare);
	}

	/** The same of those begun before a time. */
	public JournalQuery before(Instant end) {
		return new JournalQuery(limit, cluster, object, from, Optional.of(end), having, bare);
	}

	/** The same without the objects. */
	public JournalQuery withoutObjects() {
		return new JournalQuery(limit, cluster, object, from, until, having, true);
	}

	/** The same with words. */
	public JournalQuery text(String text) {
		return having(new Having(having.group, having.outcome, having.type, having.operation, having.identity,
				Optional.of(text)));
	}

	private JournalQuery having(Having wanted) {
		return new JournalQuery(limit, cluster, object, from, until, wanted, bare);
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
