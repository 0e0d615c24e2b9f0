package org.fleetdesk.ui.events;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.ui.IMemento;

import org.fleetdesk.core.filter.Filter;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.objects.Listing;

import org.jspecify.annotations.Nullable;

/**
 * What an Events view is asked to show; survives a restart. Immutable.
 *
 * @param clusters ids of the clusters, in order
 * @param namespaces the namespaces; empty for all
 * @param about the one object whose events are shown; then clusters and namespaces are its own
 * @param warnings whether only warnings are shown
 * @param range how long ago events may have been seen
 * @param filter the filter's text
 * @param order the order
 * @param pinned whether it stays when something else is selected in the fleet
 */
record EventsState(List<String> clusters, Set<String> namespaces, Optional<ObjectRef> about, boolean warnings,
		Range range, String filter, List<SortKey> order, boolean pinned) {
	private static final KindKey EVENTS = new KindKey("", "events");
	private static final Filter WARNINGS = Filter.parse("type=Warning");

	/** How long ago events may have been seen. */
	enum Range {
		/** A quarter of an hour. */
		QUARTER("15m"),
		/** An hour. */
		HOUR("1h"),
		/** Six hours. */
		SIX_HOURS("6h"),
		/** As long as the cluster keeps them. */
		ALL("");

		private final String age;

		Range(String age) {
			this.age = age;
		}
	}

	/** Nothing chosen. */
	static final EventsState NOTHING = new EventsState(List.of(), Set.of(), Optional.empty(), false, Range.ALL, "",
			EventColumns.NEWEST_FIRST, false);

	EventsState {
		clusters = List.copyOf(clusters);
		namespaces = Set.copyOf(namespaces);
		order = List.copyOf(order);
	}

	/** In other clusters and namespaces, of all objects. */
	EventsState in(List<String> others, Set<String> within) {
		return new EventsState(others, within, Optional.empty(), warnings, range, filter, order, pinned);
	}

	/** Of one object, whatever is selected in the fleet. */
	EventsState about(ObjectRef object) {
		Set<String> within = object.namespace().isEmpty() ? Set.of() : Set.of(object.namespace());
		return new EventsState(List.of(object.cluster()), within, Optional.of(object), warnings, range, filter, order,
				true);
	}

	EventsState warnings(boolean only) {
		return new EventsState(clusters, namespaces, about, only, range, filter, order, pinned);
	}

	EventsState range(Range other) {
		return new EventsState(clusters, namespaces, about, warnings, other, filter, order, pinned);
	}

	EventsState filtered(String text) {
		return new EventsState(clusters, namespaces, about, warnings, range, text, order, pinned);
	}

	EventsState sorted(List<SortKey> other) {
		return new EventsState(clusters, namespaces, about, warnings, range, filter, other, pinned);
	}

	EventsState pin(boolean pin) {
		return new EventsState(clusters, namespaces, about, warnings, range, filter, order, pin);
	}

	/** The registered ones of the clusters that are asked for. */
	List<Cluster> clusters(Fleet fleet) {
		return clusters.stream().flatMap(id -> fleet.cluster(id).stream()).toList();
	}

	/** The list that holds the events; empty while there is no cluster. */
	private Optional<ListQuery> query(Fleet fleet) {
		List<Cluster> registered = clusters(fleet);
		String fields = about.map(
				object -> "involvedObject.name=" + object.name() + ",involvedObject.kind=" + object.kind()).orElse("");
		return registered.isEmpty()
				? Optional.empty()
				: Optional.of(new ListQuery(EVENTS, registered, about.isPresent() && namespaces.isEmpty()
						? Set.of()
						: namespaces, "", fields));
	}

	/** The list that shows it. */
	Listing.Wanted wanted(Fleet fleet) {
		return new Listing.Wanted(query(fleet), narrowed(), order, "");
	}

	/** All that narrows. */
	private Filter narrowed() {
		Filter narrowed = Filter.parse(filter);
		if (range != Range.ALL) {
			narrowed = Filter.parse("\"Last Seen\"<=" + range.age).and(narrowed);
		}
		return warnings ? WARNINGS.and(narrowed) : narrowed;
	}

	/** Writes it to a memento. */
	void save(IMemento memento) {
		memento.putString("clusters", String.join("\n", clusters));
		memento.putString("namespaces", String.join("\n", new TreeSet<>(namespaces)));
		memento.putBoolean("warnings", warnings);
		memento.putString("range", range.name());
		memento.putString("filter", filter);
		memento.putBoolean("pinned", pinned);
		about.ifPresent(object -> memento.putString("about", String.join("\n", object.cluster(),
				object.type().toString(), object.kind(), object.namespace(), object.name())));
	}

	/** What {@link #save} wrote. */
	static EventsState load(@Nullable IMemento memento) {
		if (memento == null) {
			return NOTHING;
		}
		String filter = memento.getString("filter");
		String range = memento.getString("range");
		EventsState state = NOTHING.in(lines(memento, "clusters").toList(), Set.copyOf(lines(memento, "namespaces")
				.distinct().toList())).warnings(Boolean.TRUE.equals(memento.getBoolean("warnings")))
				.range(Arrays.stream(Range.values()).filter(r -> r.name().equals(range)).findFirst().orElse(Range.ALL))
				.filtered(filter == null ? "" : filter).pin(Boolean.TRUE.equals(memento.getBoolean("pinned")));
		String about = memento.getString("about");
		String[] parts = about == null ? new String[0] : about.split("\n", -1);
		return parts.length == 5
				? state.about(new ObjectRef(parts[0], KindKey.parse(parts[1]), parts[2], parts[3], parts[4]))
				: state;
	}

	private static Stream<String> lines(IMemento memento, String key) {
		String text = memento.getString(key);
		return text == null ? Stream.empty() : Arrays.stream(text.split("\n")).filter(l -> !l.isEmpty());
	}
}
