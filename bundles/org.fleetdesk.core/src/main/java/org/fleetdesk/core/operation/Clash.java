package org.fleetdesk.core.operation;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.object.FieldPath;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A field that someone else holds and that a change would take over.
 *
 * @param field where it is
 * @param manager who holds it, as {@code metadata.managedFields} names it
 * @param meanwhile whether its value has changed since the change was begun
 * @param theirs its value now; empty if it is gone
 * @param mine the value wanted; empty if it shall go
 */
public record Clash(FieldPath field, String manager, boolean meanwhile, Optional<JsonNode> theirs,
		Optional<JsonNode> mine) {
	public Clash {
		Objects.requireNonNull(field);
		Objects.requireNonNull(manager);
		Objects.requireNonNull(theirs);
		Objects.requireNonNull(mine);
	}
}
