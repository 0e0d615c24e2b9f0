package org.fleetdesk.ui.fleet;

import org.fleetdesk.core.fleet.Cluster;

/** A node of the fleet tree that is there for the tree's sake. Equal nodes are the same node of two trees. */
sealed interface FleetNode {

	/** A source of clusters, shown where there are several. */
	record SourceNode(String id, String label) implements FleetNode {
	}

	/** What is wrong in a source. */
	record FindingsNode(String id, String label) implements FleetNode {
	}

	/** A cluster's namespaces. */
	record NamespacesNode(Cluster cluster) implements FleetNode {
	}

	/** A section of a cluster's kinds; {@code group} is empty but for sections that are an API group. */
	record SectionNode(Cluster cluster, String id, String group) implements FleetNode {
	}

	/** A line of text that stands where nodes are missing. */
	record NoteNode(Cluster cluster, Note note) implements FleetNode {
	}

	/** What a line of text says. */
	enum Note {
		/** The cluster is being contacted. */
		OPENING,
		/** The cluster does not answer; the reason stands in its state. */
		AWAY,
		/** Namespaces are being listed. */
		NAMESPACES_LOADING,
		/** The user may not list namespaces. */
		NAMESPACES_FORBIDDEN,
		/** Namespaces cannot be listed. */
		NAMESPACES_FAILED
	}
}
