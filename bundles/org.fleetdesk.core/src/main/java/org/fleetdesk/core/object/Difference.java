package org.fleetdesk.core.object;

import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field in which two objects differ.
 *
 * @param path where it stands; for what was removed, in the object before
 * @param kind how it differs
 * @param before its value before, empty if it was added
 * @param after its value after, empty if it was removed
 */
public record Difference(FieldPath path, Kind kind, Optional<JsonNode> before, Optional<JsonNode> after) {
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
		Objects.requireNonNull(path);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(before);
		Objects.requireNonNull(after);
	}

	static Difference added(FieldPath path, JsonNode after) {
		return new Difference(path, Kind.ADDED, Optional.empty(), Optional.of(after));
	}

	static Difference removed(FieldPath path, JsonNode before) {
		return new Difference(path, Kind.REMOVED, Optional.of(before), Optional.empty());
	}

	static Difference changed(FieldPath path, JsonNode before, JsonNode after) {
		return new Difference(path, Kind.CHANGED, Optional.of(before), Optional.of(after));
	}
}
