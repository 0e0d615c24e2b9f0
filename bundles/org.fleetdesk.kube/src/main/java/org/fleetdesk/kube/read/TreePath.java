package org.fleetdesk.kube.read;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.kube.internal.rows.Places;

/**
 * A path as cells have it ({@link RowPlan.Cell}), followed through a tree to whatever stands there: the elements of a list,
 * whole maps. Values for people are read by a {@link RowPlan} instead. Immutable.
 */
public final class TreePath {
	private final Places places;

	/**
	 * Where something stands.
	 *
	 * @param path the way to it, with the places in lists: {@code spec.containers[0]}
	 * @param key the last name of the way: the field, or the key of a map; empty for the element of a list
	 * @param node what stands there, never a missing or null node
	 */
	public record Place(String path, String key, JsonNode node) {
		public Place {
			Objects.requireNonNull(path);
			Objects.requireNonNull(key);
			Objects.requireNonNull(node);
		}
	}

	private TreePath(Places places) {
		this.places = places;
	}

	/**
	 * Reads a path.
	 *
	 * @throws IllegalArgumentException with half a sentence for people, if it is none
	 */
	public static TreePath parse(String path) {
		return new TreePath(new Places(path));
	}

	/** Whether what stands at these names, one in the other, can be at the path, above it or below. */
	public boolean meets(List<String> names) {
		return places.meet(names);
	}

	/** Takes out of a tree what stands at the path, and maps and lists that had nothing else. */
	public void remove(JsonNode tree) {
		places.remove(tree);
	}

	/** Every place in a tree to which the path leads, in the tree's order. */
	public List<Place> in(JsonNode tree) {
		return places.in(tree);
	}
}
