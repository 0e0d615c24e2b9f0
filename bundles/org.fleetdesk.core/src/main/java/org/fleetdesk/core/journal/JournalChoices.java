package org.fleetdesk.core.journal;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a journal's entries are about, to choose from.
 *
 * @param clusters the names of clusters by their ids
 * @param types types of objects as in {@link Entry.Subject}
 * @param identities who is known in clusters
 */
public record JournalChoices(SortedMap<String, String> clusters, SortedSet<String> types,
		SortedSet<String> identities) {
	/** There is nothing. */
	public static final JournalChoices NONE = new JournalChoices(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

	public JournalChoices {
		clusters = Collections.unmodifiableSortedMap(new TreeMap<>(clusters));
		types = Collections.unmodifiableSortedSet(new TreeSet<>(types));
		identities = Collections.unmodifiableSortedSet(new TreeSet<>(identities));
	}

	/** What entries are about, and what these choices have. */
	JournalChoices and(Stream<Entry> entries) {
		Map<String, String> names = new TreeMap<>(clusters);
		SortedSet<String> kinds = new TreeSet<>(types);
		SortedSet<String> people = new TreeSet<>(identities);
		entries.forEach(entry -> {
			names.put(entry.place().cluster(), entry.place().name());
			kinds.add(entry.subject().type());
			people.add(entry.place().identity());
		});
		return new JournalChoices(new TreeMap<>(names), kinds, people);
	}
}
