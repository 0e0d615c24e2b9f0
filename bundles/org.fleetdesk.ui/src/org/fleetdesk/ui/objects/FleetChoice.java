package org.fleetdesk.ui.objects;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.ui.fleet.KindNode;
import org.fleetdesk.ui.fleet.NamespaceNode;

/** What a selection in the Fleet view means for an Objects view. */
final class FleetChoice {
	private static final KindKey PODS = new KindKey("", "pods");

	private FleetChoice() {
	}

	/** The state that follows from a selection, or empty if it says nothing about objects. */
	static Optional<ViewState> follow(ViewState now, List<?> selection) {
		Set<String> clusters = new LinkedHashSet<>();
		Set<String> namespaces = new LinkedHashSet<>();
		Set<KindKey> kinds = new LinkedHashSet<>();
		for (Object element : selection) {
			switch (element) {
				case KindNode node -> {
					kinds.add(KindKey.of(node.type()));
					clusters.add(node.cluster().id());
				}
				case NamespaceNode node -> {
					namespaces.add(node.namespace());
					clusters.add(node.cluster().id());
				}
				case Cluster cluster when cluster.session().isPresent() -> clusters.add(cluster.id());
				default -> {
					// sections and sources say nothing
				}
			}
		}
		if (clusters.isEmpty()) {
			return Optional.empty();
		}
		ViewState next = now.in(List.copyOf(clusters));
		if (!namespaces.isEmpty()) {
			next = next.within(namespaces);
		}
		if (!kinds.isEmpty()) {
			List<KindKey> chosen = List.copyOf(kinds);
			return Optional.of(next.kinds().equals(chosen) ? next : next.of(chosen));
		}
		return Optional.of(next.kind().isPresent() ? next : next.of(PODS));
	}
}
