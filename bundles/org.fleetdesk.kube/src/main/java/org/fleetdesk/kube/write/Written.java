package org.fleetdesk.kube.write;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a change left behind.
 *
 * @param object the object as the server holds it now, or would after a dry run
 * @param created whether it was not there before
 * @param warnings what the server warns of in its own words, one line each, such as a deprecated version
 */
public record Written(JsonNode object, boolean created, List<String> warnings) {
	public Written {
		Objects.requireNonNull(object);
		warnings = List.copyOf(warnings);
	}
}
