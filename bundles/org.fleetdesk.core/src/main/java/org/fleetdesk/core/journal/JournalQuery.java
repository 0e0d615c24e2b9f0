package org.fleetdesk.core.journal;

import java.time.Instant;
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
 */
public record JournalQuery(int limit, Optional<String> cluster, Optional<Of> object, Optional<Instant> from,
		Optional<Instant> until) {

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

	public JournalQuery {
		if (limit < 1) {
			throw new IllegalArgumentException("limit " + limit);
		}
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(object);
		Objects.requireNonNull(from);
		Objects.requireNonNull(until);
	}

	/** The newest so many of all. */
	public static JournalQuery newest(int limit) {
		return new JournalQuery(limit, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	/** The same of one cluster. */
	public JournalQuery of(String id) {
		return new JournalQuery(limit, Optional.of(id), object, from, until);
	}

	/** The same of one object. */
	public JournalQuery of(Of one) {
		return new JournalQuery(limit, cluster, Optional.of(one), from, until);
	}

	/** The same of the time from one moment until before another. */
	public JournalQuery between(Instant first, Instant end) {
		return new JournalQuery(limit, cluster, object, Optional.of(first), Optional.of(end));
	}

	/** Whether an entry is meant, the limit left aside. */
	boolean matches(Entry entry) {
		Entry.Subject subject = entry.subject();
		return cluster.map(entry.place().cluster()::equals).orElse(true)
				&& object.map(new Of(subject.type(), subject.namespace(), subject.name())::equals).orElse(true)
				&& from.map(t -> !entry.begun().isBefore(t)).orElse(true)
				&& until.map(entry.begun()::isBefore).orElse(true);
	}
}
