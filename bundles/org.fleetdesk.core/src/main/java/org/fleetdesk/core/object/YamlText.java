package org.fleetdesk.core.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Objects as YAML text, in the order the server gives their fields. */
public final class YamlText {
	private static final YAMLMapper MAPPER = YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
			.enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
			.enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR).disable(YAMLGenerator.Feature.SPLIT_LINES)
			.build();

	private YamlText() {
	}

	/** The whole object. */
	public static String of(JsonNode object) {
		try {
			return MAPPER.writeValueAsString(object);
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException(e); // a tree always has a text
		}
	}

	/** The object as people read it: without {@code metadata.managedFields}. */
	public static String readable(JsonNode object) {
		JsonNode copy = object.deepCopy();
		if (copy.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove("managedFields");
		}
		return of(copy);
	}
}
