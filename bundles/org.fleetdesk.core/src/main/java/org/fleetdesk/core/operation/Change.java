package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.object.ServerOwned;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a step would do to an object, or has done.
 *
 * @param before the object as it was; empty if there was none
 * @param after the object as it is then; empty if there is none
 * @param warnings what the server warns of, in its own words
 * @param clashes what would be taken over from others; while there are some, a step that may not take over does nothing,
 *            and {@code after} shows what it would do if it might
 * @param also what else goes
 */
public record Change(Optional<JsonNode> before, Optional<JsonNode> after, List<String> warnings, List<Clash> clashes,
		List<Dependant> also) {

	/** What a change comes to. */
	public enum Effect {
		/** There was no such object. */
		CREATED,
		/** It is another than before. */
		CHANGED,
		/** It is the same but for what the server writes by itself. */
		UNCHANGED,
		/** It is gone, or about to go. */
		DELETED
	}

	public Change {
		Objects.requireNonNull(before);
		Objects.requireNonNull(after);
		warnings = List.copyOf(warnings);
		clashes = List.copyOf(clashes);
		also = List.copyOf(also);
	}

	/** A change without clashes and dependants. */
	public static Change of(Optional<JsonNode> before, Optional<JsonNode> after, List<String> warnings) {
		return new Change(before, after, warnings, List.of(), List.of());
	}

	/** What it comes to. */
	public Effect effect() {
		if (after.isEmpty()) {
			return Effect.DELETED;
		}
		if (before.isEmpty()) {
			return Effect.CREATED;
		}
		return ServerOwned.without(before.get()).equals(ServerOwned.without(after.get()))
				? Effect.UNCHANGED
				: Effect.CHANGED;
	}
}
