package org.fleetdesk.demo.internal.patch;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON patches, RFC 6902. Stateless. */
public final class JsonPatch {

	private JsonPatch() {
	}

	/** Changes an object by the operations of a patch, all in order. */
	public static ObjectNode apply(ObjectNode object, JsonNode patch) {
		if (!patch.isArray()) {
			throw new PatchException("error decoding patch: a JSON patch is a list of operations");
		}
		for (JsonNode operation : patch) {
			operate(object, operation);
		}
		return object;
	}

	private static void operate(ObjectNode object, JsonNode operation) {
		JsonPointer path = pointer(operation, "path");
		switch (operation.path("op").asText()) {
			case "add" -> put(object, path, operation.path("value"), false);
			case "replace" -> {
				present(object, path, "replace");
				put(object, path, operation.path("value"), true);
			}
			case "remove" -> remove(object, path);
			case "copy" ->
				put(object, path, present(object, pointer(operation, "from"), "copy").deepCopy(), false);
			case "move" -> {
				JsonPointer from = pointer(operation, "from");
				JsonNode moved = present(object, from, "move");
				remove(object, from);
				put(object, path, moved, false);
			}
			case "test" -> {
				if (!object.at(path).equals(operation.path("value"))) {
					throw new PatchException(
							"the server rejected our request due to an error in our request: testing path "
									+ path + " failed");
				}
			}
			default -> throw new PatchException("Unexpected kind: " + operation.path("op").asText());
		}
	}

	private static JsonPointer pointer(JsonNode operation, String field) {
		try {
			return JsonPointer.compile(operation.path(field).asText());
		} catch (IllegalArgumentException e) {
			throw new PatchException("bad path in a JSON patch: " + operation.path(field).asText());
		}
	}

	private static JsonNode present(ObjectNode object, JsonPointer path, String operation) {
		JsonNode found = object.at(path);
		if (found.isMissingNode()) {
			throw new PatchException(operation + " operation does not apply: doc is missing path: " + path
					+ ": missing value");
		}
		return found;
	}

	private static void put(ObjectNode object, JsonPointer path, JsonNode value, boolean replace) {
		JsonNode parent = path.head() == null ? object : object.at(path.head());
		String last = path.last() == null ? "" : path.last().getMatchingProperty();
		if (parent instanceof ObjectNode target && path.head() != null) {
			target.set(last, value);
		} else if (parent instanceof ArrayNode array) {
			int index = last.equals("-") ? array.size() : index(last, array.size());
			if (replace) {
				array.set(index, value);
			} else {
				array.insert(index, value);
			}
		} else {
			throw new PatchException("add operation does not apply: doc is missing path: " + path + ": missing value");
		}
	}

	private static void remove(ObjectNode object, JsonPointer path) {
		present(object, path, "remove");
		JsonNode parent = object.at(path.head());
		String last = path.last().getMatchingProperty();
		if (parent instanceof ObjectNode target) {
			target.remove(last);
		} else {
			((ArrayNode) parent).remove(index(last, parent.size() - 1));
		}
	}

	private static int index(String text, int last) {
		try {
			int index = Integer.parseInt(text);
			if (index >= 0 && index <= last) {
				return index;
			}
		} catch (NumberFormatException e) {
			throw new PatchException("add operation does not apply: bad index " + text);
		}
		throw new PatchException("add operation does not apply: index " + text + " is out of bounds");
	}
}
