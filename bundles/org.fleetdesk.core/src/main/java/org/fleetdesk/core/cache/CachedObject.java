package org.fleetdesk.core.cache;

import java.time.Instant;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An object as it was when it was last read whole.
 *
 * @param object the object
 * @param known when that was
 */
public record CachedObject(JsonNode object, Instant known) {
	public CachedObject {
		Objects.requireNonNull(object);
		Objects.requireNonNull(known);
	}
}
