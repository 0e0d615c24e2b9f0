package org.fleetdesk.core.object;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field in which two objects differ.
 *
 * @param inBefore where it stands in the object before; where it would stand there, if it was added
 * @param inAfter where it stands in the object after; where it would stand there, if it was removed
 * @param kind how it differs
 * @param before its value before, empty if it was added
 * @param after its value after, empty if it was removed
 */
public record Difference(FieldPath inBefore, FieldPath inAfter, Kind kind, Optional<JsonNode> before,
		Optional<JsonNode> after) {
	/** How a field differs. */
	public enum Kind {
		/** It is there only after. */
		ADDED,
		/** It is there only before. */
		REMOVED,
		/** Its value is another; for a list of equal items, their order. */
		CHANGED
	}

	public Difference {
		Objects.requireNonNull(inBefore);
		Objects.requireNonNull(inAfter);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(before);
		Objects.requireNonNull(after);
	}

	/** Where it stands; for what was removed, in the object before. */
	public FieldPath path() {
		return kind == Kind.REMOVED ? inBefore : inAfter;
	}

	/** Whether a list has the same items in another order; what differs in the items besides are differences of their own. */
	public boolean order() {
		return before.filter(JsonNode::isArray).isPresent() && after.filter(JsonNode::isArray).isPresent();
	}
}
