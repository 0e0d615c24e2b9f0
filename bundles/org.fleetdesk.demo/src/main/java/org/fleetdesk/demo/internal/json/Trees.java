package org.fleetdesk.demo.internal.json;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** Looks into JSON trees by dotted paths, and builds them. Stateless. Keys with dots cannot stand in a path. */
public final class Trees {

	public static final ObjectMapper JSON = new JsonMapper();
	public static final ObjectMapper YAML = new YAMLMapper();

	private Trees() {
	}

	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	public static ArrayNode array() {
		return JsonNodeFactory.instance.arrayNode();
	}

	/** The node at a path such as {@code spec.containers.0.name}, or a missing node. */
	public static JsonNode at(JsonNode node, String path) {
		JsonNode here = node;
		int start = 0;
		while (start < path.length() && !here.isMissingNode()) {
			int end = path.indexOf('.', start);
			String step = path.substring(start, end < 0 ? path.length() : end);
			here = here.isArray() ? element(here, step) : here.path(step);
			start = end < 0 ? path.length() : end + 1;
		}
		return here;
	}

	private static JsonNode element(JsonNode array, String step) {
		return step.chars().allMatch(Character::isDigit) && !step.isEmpty()
				? array.path(Integer.parseInt(step))
				: MissingNode.getInstance();
	}

	/** The text at a path, or nothing. */
	public static String text(JsonNode node, String path) {
		JsonNode found = at(node, path);
		return found.isNull() ? "" : found.asText("");
	}

	public static int number(JsonNode node, String path, int otherwise) {
		JsonNode found = at(node, path);
		return found.isNumber() ? found.intValue() : otherwise;
	}

	/** The object at a path, made with all on the way to it if it is not there. */
	public static ObjectNode child(ObjectNode node, String path) {
		ObjectNode here = node;
		for (String step : path.split("\\.")) {
			here = here.get(step) instanceof ObjectNode next ? next : here.putObject(step);
		}
		return here;
	}

	/** The list of a name, made if it is not there. */
	public static ArrayNode list(ObjectNode node, String name) {
		return node.get(name) instanceof ArrayNode array ? array : node.putArray(name);
	}

	public static String name(JsonNode object) {
		return object.path("metadata").path("name").asText("");
	}

	public static String namespace(JsonNode object) {
		return object.path("metadata").path("namespace").asText("");
	}

	public static String uid(JsonNode object) {
		return object.path("metadata").path("uid").asText("");
	}

	public static boolean deleting(JsonNode object) {
		return object.path("metadata").has("deletionTimestamp");
	}

	public static String annotation(JsonNode object, String name) {
		return object.path("metadata").path("annotations").path(name).asText("");
	}

	/** The keys and values of an object, as text. */
	public static Map<String, String> map(JsonNode object) {
		return object.propertyStream()
				.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText(), (a, b) -> b,
						java.util.LinkedHashMap::new));
	}

	public static List<JsonNode> elements(JsonNode array) {
		List<JsonNode> elements = new ArrayList<>();
		array.forEach(elements::add);
		return elements;
	}

	/** A time as Kubernetes writes it. */
	public static String time(Instant time) {
		return time.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/** The time at a path; the epoch if there is none. */
	public static Instant time(JsonNode node, String path) {
		try {
			return Instant.parse(text(node, path));
		} catch (DateTimeParseException none) {
			return Instant.EPOCH;
		}
	}

	/** A copy of an object's first levels that may be changed at those levels only. */
	public static ObjectNode shallow(ObjectNode object) {
		ObjectNode copy = object();
		copy.setAll(object);
		return copy;
	}
}
