package org.fleetdesk.ui.objects;

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
import org.fleetdesk.kube.discovery.ResourceType;

import org.jspecify.annotations.Nullable;

/**
 * What an Objects view is asked to show; survives a restart. Immutable.
 *
 * @param kinds the kinds, none before one was chosen
 * @param clusters ids of the clusters, in order
 * @param namespaces the namespaces; empty for all
 * @param selectors what the servers select by
 * @param order the order
 * @param group the column by which lines are grouped, or empty
 * @param filter the filter's text
 * @param name the saved view that it began as, or empty
 * @param pinned whether it stays when something else is selected in the fleet
 */
public record ViewState(List<KindKey> kinds, List<String> clusters, Set<String> namespaces, Selectors selectors,
		List<SortKey> order, String group, String filter, String name, boolean pinned) {

	/**
	 * What the servers select by.
	 *
	 * @param labels a label selector in kubectl's words, or empty
	 * @param fields a field selector in kubectl's words, or empty
	 */
	public record Selectors(String labels, String fields) {
		/** Everything. */
		public static final Selectors NONE = new Selectors("", "");

		/** Both, as kubectl's options have them. */
		@Override
		public String toString() {
			return labels + (labels.isEmpty() || fields.isEmpty() ? "" : " \u00b7 ") + fields;
		}
	}

	/** Nothing chosen. */
	public static final ViewState NOTHING = new ViewState(List.of(), List.of(), Set.of(), Selectors.NONE, List.of(), "",
			"", "", false);

	public ViewState {
		kinds = List.copyOf(kinds);
		clusters = List.copyOf(clusters);
		namespaces = Set.copyOf(namespaces);
		order = List.copyOf(order);
	}

	/** The kind, if one was chosen; of several the first. */
	public Optional<KindKey> kind() {
		return kinds.stream().findFirst();
	}

	/** The registered ones of the clusters. */
	List<Cluster> clusters(Fleet fleet) {
		return clusters.stream().flatMap(id -> fleet.cluster(id).stream()).toList();
	}

	/** A kind as the first of the clusters that knows it serves it. */
	Optional<ResourceType> type(KindKey kind, Fleet fleet) {
		return clusters(fleet).stream().flatMap(cluster -> kind.in(cluster.state().catalogue()).stream()).findFirst();
	}

	/** The list that shows it. */
	Listing.Wanted wanted(Fleet fleet) {
		List<Cluster> registered = clusters(fleet);
		Optional<ListQuery> query = kinds.isEmpty() || registered.isEmpty()
				? Optional.empty()
				: Optional.of(new ListQuery(kinds, registered, namespaces, selectors.labels(), selectors.fields()));
		return new Listing.Wanted(query, Filter.parse(filter), order, group);
	}

	/** Another kind in the same places; selectors, order, group and filter begin anew. */
	public ViewState of(KindKey other) {
		return kinds.equals(List.of(other)) ? this : of(List.of(other));
	}

	/** Other kinds in the same places; selectors, order, group and filter begin anew. */
	public ViewState of(List<KindKey> others) {
		return new ViewState(others, clusters, namespaces, Selectors.NONE, List.of(), "", "", "", pinned);
	}

	/** The same kinds in other clusters; of other clusters, all namespaces. */
	public ViewState in(List<String> others) {
		return new ViewState(kinds, others, clusters.equals(others) ? namespaces : Set.of(), selectors, order, group,
				filter, name, pinned);
	}

	/** The same in other namespaces. */
	public ViewState within(Set<String> others) {
		return new ViewState(kinds, clusters, others, selectors, order, group, filter, name, pinned);
	}

	/** The same as far as the servers select. */
	public ViewState selected(Selectors others) {
		return new ViewState(kinds, clusters, namespaces, others, order, group, filter, name, pinned);
	}

	/** The same in another order. */
	public ViewState sorted(List<SortKey> other) {
		return new ViewState(kinds, clusters, namespaces, selectors, other, group, filter, name, pinned);
	}

	/** The same grouped by a column; empty for not. */
	public ViewState grouped(String other) {
		return new ViewState(kinds, clusters, namespaces, selectors, order, other, filter, name, pinned);
	}

	/** The same through another filter. */
	public ViewState filtered(String other) {
		return new ViewState(kinds, clusters, namespaces, selectors, order, group, other, name, pinned);
	}

	/** The same under the name of a saved view; empty for none. */
	public ViewState named(String other) {
		return new ViewState(kinds, clusters, namespaces, selectors, order, group, filter, other, pinned);
	}

	/** The same, pinned or not. */
	public ViewState pin(boolean pin) {
		return new ViewState(kinds, clusters, namespaces, selectors, order, group, filter, name, pin);
	}

	/** Writes it to a memento. */
	public void save(IMemento memento) {
		memento.putString("kinds", String.join("\n", kinds.stream().map(KindKey::toString).toList()));
		memento.putString("clusters", String.join("\n", clusters));
		memento.putString("namespaces", String.join("\n", new TreeSet<>(namespaces)));
		memento.putString("labels", selectors.labels());
		memento.putString("fields", selectors.fields());
		memento.putString("order", String.join("\n",
				order.stream().map(k -> (k.descending() ? "-" : "+") + k.column()).toList()));
		memento.putString("group", group);
		memento.putString("filter", filter);
		memento.putString("name", name);
		memento.putBoolean("pinned", pinned);
	}

	/** What {@link #save} wrote, also in the version that knew one kind only. */
	public static ViewState load(@Nullable IMemento memento) {
		if (memento == null) {
			return NOTHING;
		}
		List<SortKey> order = lines(memento, "order").map(l -> new SortKey(l.substring(1), l.charAt(0) == '-'))
				.toList();
		return new ViewState(
				Stream.concat(lines(memento, "kinds"), lines(memento, "kind")).map(KindKey::parse).toList(),
				lines(memento, "clusters").toList(), Set.copyOf(lines(memento, "namespaces").distinct().toList()),
				new Selectors(text(memento, "labels"), text(memento, "fields")), order, text(memento, "group"),
				text(memento, "filter"), text(memento, "name"), Boolean.TRUE.equals(memento.getBoolean("pinned")));
	}

	private static String text(IMemento memento, String key) {
		String text = memento.getString(key);
		return text == null ? "" : text;
	}

	private static Stream<String> lines(IMemento memento, String key) {
		return Arrays.stream(text(memento, key).split("\n")).filter(l -> !l.isEmpty());
	}
}
