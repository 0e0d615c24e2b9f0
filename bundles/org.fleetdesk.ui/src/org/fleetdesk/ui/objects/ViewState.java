package org.fleetdesk.ui.objects;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.eclipse.ui.IMemento;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.SortKey;

import org.jspecify.annotations.Nullable;

/**
 * What an Objects view is asked to show; survives a restart. Immutable.
 *
 * @param kind the kind, if one was chosen
 * @param clusters ids of the clusters, in order
 * @param namespaces the namespaces; empty for all
 * @param order the order
 * @param filter the filter's text
 * @param pinned whether it stays when something else is selected in the fleet
 */
public record ViewState(Optional<KindKey> kind, List<String> clusters, Set<String> namespaces, List<SortKey> order,
		String filter, boolean pinned) {

	/** Nothing chosen. */
	public static final ViewState NOTHING = new ViewState(Optional.empty(), List.of(), Set.of(), List.of(), "", false);

	public ViewState {
		clusters = List.copyOf(clusters);
		namespaces = Set.copyOf(namespaces);
		order = List.copyOf(order);
	}

	/** Another kind in the same places; order and filter begin anew. */
	public ViewState of(KindKey other) {
		boolean same = kind.filter(other::equals).isPresent();
		return new ViewState(Optional.of(other), clusters, namespaces, same ? order : List.of(), same ? filter : "",
				pinned);
	}

	/** The same kind in other clusters; of other clusters, all namespaces. */
	public ViewState in(List<String> others) {
		return new ViewState(kind, others, clusters.equals(others) ? namespaces : Set.of(), order, filter, pinned);
	}

	/** The same in other namespaces. */
	public ViewState within(Set<String> others) {
		return new ViewState(kind, clusters, others, order, filter, pinned);
	}

	/** The same in another order. */
	public ViewState sorted(List<SortKey> other) {
		return new ViewState(kind, clusters, namespaces, other, filter, pinned);
	}

	/** The same through another filter. */
	public ViewState filtered(String other) {
		return new ViewState(kind, clusters, namespaces, order, other, pinned);
	}

	/** The same, pinned or not. */
	public ViewState pin(boolean pin) {
		return new ViewState(kind, clusters, namespaces, order, filter, pin);
	}

	/** Writes it to a memento. */
	public void save(IMemento memento) {
		kind.ifPresent(k -> memento.putString("kind", k.toString()));
		memento.putString("clusters", String.join("\n", clusters));
		memento.putString("namespaces", String.join("\n", new TreeSet<>(namespaces)));
		memento.putString("order", String.join("\n",
				order.stream().map(k -> (k.descending() ? "-" : "+") + k.column()).toList()));
		memento.putString("filter", filter);
		memento.putBoolean("pinned", pinned);
	}

	/** What {@link #save} wrote. */
	public static ViewState load(@Nullable IMemento memento) {
		if (memento == null) {
			return NOTHING;
		}
		List<SortKey> order = lines(memento, "order").map(l -> new SortKey(l.substring(1), l.charAt(0) == '-'))
				.toList();
		String filter = memento.getString("filter");
		return new ViewState(Optional.ofNullable(memento.getString("kind")).map(KindKey::parse),
				lines(memento, "clusters").toList(), Set.copyOf(lines(memento, "namespaces").distinct().toList()),
				order,
				filter == null ? "" : filter, Boolean.TRUE.equals(memento.getBoolean("pinned")));
	}

	private static Stream<String> lines(IMemento memento, String key) {
		String text = memento.getString(key);
		return text == null ? Stream.empty() : Arrays.stream(text.split("\n")).filter(l -> !l.isEmpty());
	}
}
