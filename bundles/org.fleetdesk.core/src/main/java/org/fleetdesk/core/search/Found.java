package org.fleetdesk.core.search;

import java.util.List;
import java.util.Objects;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;

/**
 * What a search found. Immutable.
 *
 * @param text what was searched
 * @param hits kinds' lists and clusters first, then objects, best first; as many as were asked for
 * @param objects how many objects fit, shown or not
 * @param searched the lists in which was searched, live ones first
 * @param kind the kind that the words name, or pods: what {@code missing} is about
 * @param missing clusters of which this kind is not known, so that nothing of it could be found there
 */
public record Found(String text, List<Hit> hits, int objects, List<SearchedList> searched, KindKey kind,
		List<Cluster> missing) {

	/** Nothing was searched. */
	public static final Found NOTHING = new Found("", List.of(), 0, List.of(), new KindKey("", "pods"), List.of());

	public Found {
		Objects.requireNonNull(text);
		hits = List.copyOf(hits);
		searched = List.copyOf(searched);
		Objects.requireNonNull(kind);
		missing = List.copyOf(missing);
	}

	/** How many of the hits are objects. */
	public int shown() {
		return (int) hits.stream().filter(h -> h instanceof Hit.OfObject).count();
	}
}
