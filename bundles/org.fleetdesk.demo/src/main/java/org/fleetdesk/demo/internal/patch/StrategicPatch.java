package org.fleetdesk.demo.internal.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.schema.Definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Strategic merge patches: lists are merged by the key that the schema names. Knows {@code $patch},
 * {@code $deleteFromPrimitiveList}, {@code $setElementOrder} and {@code $retainKeys}. Stateless.
 */
public final class StrategicPatch {

	private static final String DELETE_FROM = "$deleteFromPrimitiveList/";
	private static final String ORDER = "$setElementOrder/";

	private final Definitions definitions;

	public StrategicPatch(Definitions definitions) {
		this.definitions = definitions;
	}

	/** Changes an object, which may be a part of one, and gives it. */
	public ObjectNode apply(ObjectNode target, JsonNode patch, JsonNode schema) {
		if (patch.path("$patch").asText().equals("replace")) {
			ObjectNode replacement = ((ObjectNode) patch).deepCopy();
			replacement.remove("$patch");
			return replacement;
		}
		if (patch.has("$retainKeys")) {
			target.retain(Trees.elements(patch.path("$retainKeys")).stream().map(JsonNode::asText).toList());
		}
		for (Map.Entry<String, JsonNode> field : patch.properties()) {
			String name = field.getKey();
			if (name.startsWith(DELETE_FROM)) {
				deleteFrom(target.path(name.substring(DELETE_FROM.length())), field.getValue());
			} else if (!name.startsWith("$")) {
				field(target, name, field.getValue(), definitions.field(schema, name));
			}
		}
		for (Map.Entry<String, JsonNode> field : patch.properties()) {
			if (field.getKey().startsWith(ORDER)) {
				String name = field.getKey().substring(ORDER.length());
				order(target.path(name), field.getValue(), key(definitions.field(schema, name)));
			}
		}
		return target;
	}

	private void field(ObjectNode target, String name, JsonNode value, JsonNode schema) {
		if (value.isNull() || value.path("$patch").asText().equals("delete")) {
			target.remove(name);
		} else if (value.isObject()) {
			ObjectNode before = target.get(name) instanceof ObjectNode object ? object : Trees.object();
			target.set(name, apply(before, value, schema));
		} else if (value.isArray() && schema.path("x-kubernetes-patch-strategy").asText().contains("merge")) {
			target.set(name, merge(target.get(name) instanceof ArrayNode array ? array : Trees.array(), value, schema));
		} else {
			target.set(name, value);
		}
	}

	private ArrayNode merge(ArrayNode target, JsonNode patch, JsonNode schema) {
		String key = key(schema);
		for (JsonNode element : patch) {
			if (element.path("$patch").asText().equals("replace")) {
				ArrayNode replacement = Trees.array();
				patch.forEach(each -> {
					if (!each.has("$patch")) {
						replacement.add(each);
					}
				});
				return replacement;
			}
		}
		for (JsonNode element : patch) {
			int index = key.isEmpty() ? indexOf(target, element) : indexOf(target, key, element.path(key));
			if (element.path("$patch").asText().equals("delete")) {
				target.remove(index);
			} else if (index < 0) {
				target.add(element.isObject()
						? apply(Trees.object(), element, schema.path("items"))
						: element);
			} else if (element.isObject()) {
				target.set(index, apply((ObjectNode) target.get(index), element, schema.path("items")));
			}
		}
		return target;
	}

	private static String key(JsonNode schema) {
		return schema.path("x-kubernetes-patch-merge-key").asText("");
	}

	private static int indexOf(ArrayNode array, JsonNode element) {
		for (int index = 0; index < array.size(); index++) {
			if (array.get(index).equals(element)) {
				return index;
			}
		}
		return -1;
	}

	private static int indexOf(ArrayNode array, String key, JsonNode value) {
		for (int index = 0; index < array.size(); index++) {
			if (array.get(index).path(key).asText().equals(value.asText())) {
				return index;
			}
		}
		return -1;
	}

	private static void deleteFrom(JsonNode list, JsonNode values) {
		if (list instanceof ArrayNode array) {
			values.forEach(value -> {
				int index = indexOf(array, value);
				if (index >= 0) {
					array.remove(index);
				}
			});
		}
	}

	private static void order(JsonNode list, JsonNode wanted, String key) {
		if (!(list instanceof ArrayNode array)) {
			return;
		}
		List<String> order = new ArrayList<>();
		wanted.forEach(each -> order.add(key.isEmpty() ? each.asText() : each.path(key).asText()));
		List<JsonNode> elements = Trees.elements(array);
		elements.sort(java.util.Comparator.comparingInt(element -> {
			int index = order.indexOf(key.isEmpty() ? element.asText() : element.path(key).asText());
			return index < 0 ? order.size() : index;
		}));
		array.removeAll();
		array.addAll(elements);
	}
}
