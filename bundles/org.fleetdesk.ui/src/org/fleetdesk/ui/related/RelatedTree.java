package org.fleetdesk.ui.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.relations.RelationGraph;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.core.relations.RelationGraph.Node;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.ui.table.FreshnessText;

/**
 * Arranges a graph around one object: what it has to do with others by side, those by kind and name, and below those that are
 * open the same again. For any thread.
 */
final class RelatedTree {
	private static final Comparator<Node> ORDER = Comparator
			.<Node, Boolean>comparing(node -> node.presence() != Presence.MISSING).thenComparing(Node::type)
			.thenComparing(node -> node.id().namespace()).thenComparing(node -> node.id().name())
			.thenComparing(node -> node.id().cluster());

	private final RelationGraph graph;
	private final Set<Id> open;
	private final UnaryOperator<String> words;

	/**
	 * A tree of a graph.
	 *
	 * @param open the objects below which the same is shown again
	 * @param words a relation's name in the language of the program
	 */
	RelatedTree(RelationGraph graph, Set<Id> open, UnaryOperator<String> words) {
		this.graph = graph;
		this.open = open;
		this.words = words;
	}

	/** What stands around an object. */
	List<RelatedEntry> around(Id id) {
		return sides(id, List.of(), Set.of(id));
	}

	private List<RelatedEntry> sides(Id id, List<String> place, Set<Id> above) {
		Map<Side, SortedMap<Node, Set<String>>> sides = new EnumMap<>(Side.class);
		graph.around(id).forEach((edge, node) -> {
			if (!above.contains(node.id())) { // the way back is known
				sides.computeIfAbsent(Side.of(edge, id), side -> new TreeMap<>(ORDER))
						.computeIfAbsent(node, n -> new LinkedHashSet<>())
						.addAll(Stream.of(edge.relation()).filter(r -> !r.isEmpty()).map(words).toList());
			}
		});
		List<RelatedEntry> all = new ArrayList<>();
		sides.forEach((side, nodes) -> {
			List<String> here = with(place, side.name());
			List<RelatedEntry> entries = new ArrayList<>();
			nodes.forEach((node, how) -> entries.add(entry(node, how, here, above)));
			String title = NLS.bind(Messages.group, side.title(), FreshnessText.number(entries.size()));
			all.add(new RelatedEntry(here, title, Optional.empty(), "", entries, true));
		});
		return all;
	}

	private RelatedEntry entry(Node node, Set<String> how, List<String> place, Set<Id> above) {
		Id id = node.id();
		List<String> here = with(place, id.cluster() + " " + id.kind() + " " + id.namespace() + " " + id.name());
		boolean more = node.presence() == Presence.THERE && !above.contains(id);
		List<RelatedEntry> children = List.of();
		if (more && open.contains(id)) {
			Set<Id> inside = new LinkedHashSet<>(above);
			inside.add(id);
			children = sides(id, here, inside);
			if (children.isEmpty() && graph.loading()) {
				children = List.of(looking(here));
			}
			more = !children.isEmpty();
		}
		return new RelatedEntry(here, id.name(), Optional.of(node), String.join(Messages.separator, how), children,
				more);
	}

	/** What stands below a line whose objects are still being looked for. */
	static RelatedEntry looking(List<String> place) {
		return new RelatedEntry(with(place, ""), Messages.loading, Optional.empty(), "", List.of(), false);
	}

	private static List<String> with(List<String> place, String step) {
		List<String> longer = new ArrayList<>(place);
		longer.add(step);
		return longer;
	}

	/** All entries by their place, those below others too. */
	static Map<List<String>, RelatedEntry> flat(List<RelatedEntry> entries) {
		Map<List<String>, RelatedEntry> all = new LinkedHashMap<>();
		for (RelatedEntry entry : entries) {
			all.put(entry.place(), entry);
			all.putAll(flat(entry.children()));
		}
		return all;
	}

	/** Whether two trees have the same entries, whatever they say. */
	static boolean sameShape(Map<List<String>, RelatedEntry> a, Map<List<String>, RelatedEntry> b) {
		return List.copyOf(a.keySet()).equals(List.copyOf(b.keySet()))
				&& a.values().stream()
						.allMatch(entry -> entry.more() == Objects.requireNonNull(b.get(entry.place())).more());
	}
}
