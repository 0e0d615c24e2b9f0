package org.fleetdesk.demo.internal.patch;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patches, RFC 7386. Stateless. */
public final class MergePatch {

	private MergePatch() {
	}

	/** Changes the target if it is an object, and gives the result. */
	public static JsonNode apply(JsonNode target, JsonNode patch) {
		if (!patch.isObject()) {
			return patch;
		}
		ObjectNode result = target instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
		for (Map.Entry<String, JsonNode> field : patch.properties()) {
			if (field.getValue().isNull()) {
				result.remove(field.getKey());
			} else {
				result.set(field.getKey(), apply(result.path(field.getKey()), field.getValue()));
			}
		}
		return result;
	}
}
