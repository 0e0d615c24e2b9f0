package org.fleetdesk.ui.related;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.relations.RelationGraph.Node;

/**
 * A line of the page's tree. Immutable; equal by its place, so that a newer one takes the place of an older.
 *
 * @param place the titles and objects from the root to it
 * @param title what its group is called, or the object
 * @param node the object; empty for a group, and for what is still being looked for
 * @param how what one does to the other, as the descriptors call it; may be empty
 * @param children what is below it, as far as that is known
 * @param more whether there may be something below it
 */
record RelatedEntry(List<String> place, String title, Optional<Node> node, String how, List<RelatedEntry> children,
		boolean more) {
	RelatedEntry {
		place = List.copyOf(place);
		Objects.requireNonNull(title);
		Objects.requireNonNull(node);
		Objects.requireNonNull(how);
		children = List.copyOf(children);
	}

	/** Whether it looks other than another of its place. */
	boolean differs(RelatedEntry other) {
		return !title.equals(other.title) || !node.equals(other.node) || !how.equals(other.how);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RelatedEntry o && place.equals(o.place);
	}

	@Override
	public int hashCode() {
		return place.hashCode();
	}
}
