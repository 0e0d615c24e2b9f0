package org.fleetdesk.ui.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.core.kinds.Section;
import org.fleetdesk.core.kinds.Sections;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.ui.fleet.FleetNode.FindingsNode;
import org.fleetdesk.ui.fleet.FleetNode.NamespacesNode;
import org.fleetdesk.ui.fleet.FleetNode.Note;
import org.fleetdesk.ui.fleet.FleetNode.NoteNode;
import org.fleetdesk.ui.fleet.FleetNode.SectionNode;
import org.fleetdesk.ui.fleet.FleetNode.SourceNode;

import org.jspecify.annotations.Nullable;

/** Builds the tree of a fleet as it stands. Used on one thread, for one tree. */
final class FleetTreeBuilder {
	private final Fleet fleet;
	private final Sections sections;
	private final NamespaceLists namespaces;
	private final List<String> words;
	private final FleetTree.Builder tree = new FleetTree.Builder();

	/** A node with what hangs below it, before filtering. */
	private record Branch(Object node, String text, List<Branch> children) {
		private static Branch leaf(Object node, String text) {
			return new Branch(node, text, List.of());
		}
	}

	FleetTreeBuilder(Fleet fleet, Sections sections, NamespaceLists namespaces, String filter) {
		this.fleet = fleet;
		this.sections = sections;
		this.namespaces = namespaces;
		this.words = Stream.of(filter.toLowerCase(Locale.ROOT).split("\\s+")).filter(w -> !w.isEmpty()).toList();
	}

	FleetTree build() {
		if (!words.isEmpty()) {
			tree.filtered();
		}
		List<Source> sources = fleet.sources().stream()
				.filter(s -> !s.config().contexts().isEmpty() || !s.config().findings().isEmpty()).toList();
		Map<Source, List<Branch>> bySource = new HashMap<>();
		for (Cluster cluster : fleet.clusters()) {
			fleet.source(cluster).ifPresent(
					s -> bySource.computeIfAbsent(s, k -> new ArrayList<>()).add(cluster(cluster)));
		}
		for (Source source : sources) {
			List<Branch> branches = new ArrayList<>(bySource.getOrDefault(source, List.of()));
			if (!source.config().findings().isEmpty()) {
				FindingsNode node = new FindingsNode(source.id(), source.label());
				tree.findings(node, source.config().findings());
				branches.addFirst(Branch.leaf(node, source.label()));
			}
			if (sources.size() > 1 || source.demo()) {
				add(null, new Branch(new SourceNode(source.id(), source.label()), source.label(), branches), "");
			} else {
				branches.forEach(b -> add(null, b, ""));
			}
		}
		return tree.build();
	}

	private Branch cluster(Cluster cluster) {
		ClusterState state = cluster.state();
		tree.standing(cluster, state, fleet.mark(cluster));
		List<Branch> branches = new ArrayList<>();
		if (state.phase() == Phase.AWAY) {
			branches.add(Branch.leaf(new NoteNode(cluster, Note.AWAY), ""));
		}
		if (state.phase() == Phase.OPENING) {
			branches.add(Branch.leaf(new NoteNode(cluster, Note.OPENING), ""));
		}
		if (state.phase() != Phase.CLOSED && !state.catalogue().types().isEmpty()) {
			branches.add(namespaces(cluster));
			sections.of(state.catalogue()).forEach(s -> branches.add(section(cluster, s)));
		}
		return new Branch(cluster, cluster.name(), branches);
	}

	private Branch namespaces(Cluster cluster) {
		NamespaceLists.Names known = namespaces.of(cluster);
		Set<String> names = new TreeSet<>(known.names());
		List<Branch> branches = new ArrayList<>();
		if (known.forbidden()) {
			names.addAll(fleet.knownNamespaces(cluster));
			branches.add(Branch.leaf(new NoteNode(cluster, Note.NAMESPACES_FORBIDDEN), ""));
		} else if (known.state() == Freshness.State.FAILED) {
			branches.add(Branch.leaf(new NoteNode(cluster, Note.NAMESPACES_FAILED), ""));
		} else if (names.isEmpty()) {
			branches.add(Branch.leaf(new NoteNode(cluster, Note.NAMESPACES_LOADING), ""));
		}
		names.forEach(n -> branches.add(Branch.leaf(new NamespaceNode(cluster, n), n)));
		return new Branch(new NamespacesNode(cluster), Messages.node_namespaces, branches);
	}

	private Branch section(Cluster cluster, Section section) {
		return new Branch(new SectionNode(cluster, section.id(), section.group()), SectionTexts.title(section),
				section.types().stream().map(t -> Branch.leaf(new KindNode(cluster, t), KindTexts.plural(t)))
						.toList());
	}

	/** Adds a branch if it, its ancestors or something in it has every word. */
	private void add(@Nullable Object parent, Branch branch, String above) {
		String path = above + " " + branch.text().toLowerCase(Locale.ROOT);
		boolean whole = words.stream().allMatch(path::contains);
		if (!whole && branch.children().stream().noneMatch(c -> matches(c, path))) {
			return;
		}
		tree.add(parent, branch.node());
		if (!whole) {
			tree.matchedInside(branch.node());
		}
		branch.children().forEach(c -> add(branch.node(), c, path));
	}

	private boolean matches(Branch branch, String above) {
		if (branch.text().isEmpty()) {
			return false;
		}
		String path = above + " " + branch.text().toLowerCase(Locale.ROOT);
		return words.stream().allMatch(path::contains) || branch.children().stream().anyMatch(c -> matches(c, path));
	}
}
