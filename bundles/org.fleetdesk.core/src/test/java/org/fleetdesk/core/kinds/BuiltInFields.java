package org.fleetdesk.core.kinds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Which fields Kubernetes' own kinds have: a line "kind version shape" for each that can be listed, and a line for each shape
 * with its fields. A field alone is one value; behind a colon stands what else it is: "*" a list and "%" a map of what
 * follows, "?" anything, or the name of a shape.
 */
final class BuiltInFields {
	static final Path FILE = Path.of("src/test/resources/org/fleetdesk/core/kinds/built-in-fields.txt");

	private static final Pattern STEP = Pattern.compile(
			"\\[\\*]|\\[(?<tested>[A-Za-z]+)=[^\\]]+]|\\['(?<quoted>[^']+)']|\\.?(?<name>\\*|\\{[^}]+}|[^.\\[\\]{}*]+)");
	private static final String KIND = "kind ";

	/** The versions of a kind, each with its shape. */
	private final Map<String, Map<String, String>> kinds = new TreeMap<>();
	private final Map<String, Map<String, String>> shapes = new HashMap<>();

	BuiltInFields(List<String> lines) {
		for (String line : lines) {
			String[] words = line.split(" ");
			if (line.startsWith(KIND)) {
				kinds.computeIfAbsent(words[1], k -> new TreeMap<>()).put(words[2], words[3]);
			} else if (!line.startsWith("#")) {
				Map<String, String> fields = shapes.computeIfAbsent(words[0], s -> new HashMap<>());
				for (int i = 1; i < words.length; i++) {
					int colon = words[i].indexOf(':');
					fields.put(colon < 0 ? words[i] : words[i].substring(0, colon),
							colon < 0 ? "" : words[i].substring(colon + 1));
				}
			}
		}
	}

	static BuiltInFields read() throws IOException {
		return new BuiltInFields(Files.readAllLines(FILE));
	}

	/** Every kind that can be listed. */
	Set<String> kinds() {
		return kinds.keySet();
	}

	/** The published versions of a kind; none of a kind that is not built in. */
	Set<String> versions(String kind) {
		return kinds.getOrDefault(kind, Map.of()).keySet();
	}

	/** Whether objects of a version of a kind have something at a path. */
	boolean has(String kind, String version, String path) {
		String at = kinds.get(kind).get(version);
		Matcher step = STEP.matcher(path);
		while (step.lookingAt()) {
			Optional<String> next = next(at, step);
			if (next.isEmpty()) {
				return false;
			}
			at = next.get();
			step.region(step.end(), path.length());
		}
		return step.regionStart() == path.length();
	}

	private Optional<String> next(String at, Matcher step) {
		String name = step.group("quoted") == null ? step.group("name") : step.group("quoted");
		if (at.equals("?")) {
			return Optional.of(at);
		} else if (name == null) {
			String element = at.startsWith("*") ? at.substring(1) : "";
			String tested = step.group("tested");
			return at.startsWith("*") && (tested == null || shapes.getOrDefault(element, Map.of()).containsKey(tested))
					? Optional.of(element)
					: Optional.empty();
		} else if (at.startsWith("%")) {
			return Optional.of(at.substring(1));
		}
		return Optional.ofNullable(shapes.getOrDefault(at, Map.of()).get(name));
	}

	/** The lines of the file, from the folder "api" of Kubernetes' sources. */
	static List<String> published(Path api) throws IOException {
		ObjectMapper json = new ObjectMapper();
		JsonNode definitions = json.readTree(api.resolve("openapi-spec/swagger.json").toFile()).path("definitions");
		Map<String, String> byKind = new HashMap<>();
		definitions.properties().forEach(each -> each.getValue().path("x-kubernetes-group-version-kind")
				.forEach(gvk -> byKind.put(gvk.path("group").asText() + "/" + gvk.path("version").asText() + "/"
						+ gvk.path("kind").asText(), each.getKey())));
		Set<String> lines = new TreeSet<>();
		Deque<String> left = new ArrayDeque<>();
		for (JsonNode resource : json.readTree(api.resolve("discovery/api__v1.json").toFile()).path("resources")) {
			kind(resource.path("name").asText(), "", "v1", resource.path("kind").asText(), resource, byKind, lines,
					left);
		}
		for (JsonNode group : json.readTree(api.resolve("discovery/aggregated_v2.json").toFile()).path("items")) {
			for (JsonNode version : group.path("versions")) {
				for (JsonNode resource : version.path("resources")) {
					kind(resource.path("resource").asText(), group.path("metadata").path("name").asText(),
							version.path("version").asText(), resource.path("responseKind").path("kind").asText(),
							resource, byKind, lines, left);
				}
			}
		}
		List<String> all = new ArrayList<>(lines);
		all.addAll(shapes(definitions, left));
		return all;
	}

	private static void kind(String plural, String group, String version, String kind, JsonNode resource,
			Map<String, String> byKind, Set<String> lines, Deque<String> left) {
		if (resource.path("verbs").toString().contains("\"list\"")) {
			String definition = byKind.get(group + "/" + version + "/" + kind);
			lines.add(KIND + new KindKey(group, plural) + " " + version + " " + shape(definition));
			left.add(definition);
		}
	}

	private static List<String> shapes(JsonNode definitions, Deque<String> left) {
		Map<String, String> shapes = new TreeMap<>();
		while (!left.isEmpty()) {
			String definition = left.pop();
			if (!shapes.containsKey(shape(definition))) {
				String fields = definitions.path(definition).path("properties").properties().stream()
						.map(field -> field.getKey() + typed(field.getValue(), definitions, left)).sorted()
						.collect(Collectors.joining(" "));
				shapes.put(shape(definition), fields);
			}
		}
		return shapes.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
	}

	private static String typed(JsonNode schema, JsonNode definitions, Deque<String> left) {
		String type = type(schema, definitions, left);
		return type.isEmpty() ? "" : ":" + type;
	}

	private static String type(JsonNode schema, JsonNode definitions, Deque<String> left) {
		if (schema.has("$ref")) {
			String definition = schema.path("$ref").asText().replaceFirst(".*/", "");
			JsonNode held = definitions.path(definition);
			if (held.path("properties").isEmpty()) {
				return held.path("type").asText("object").equals("object") ? "?" : "";
			}
			left.add(definition);
			return shape(definition);
		}
		return switch (schema.path("type").asText()) {
			case "array" -> "*" + type(schema.path("items"), definitions, left);
			case "object" -> schema.has("additionalProperties")
					? "%" + type(schema.path("additionalProperties"), definitions, left)
					: "?";
			default -> "";
		};
	}

	private static String shape(String definition) {
		return definition.replaceFirst("^io\\.k8s\\.(api|apimachinery\\.pkg\\.apis)\\.", "")
				.replaceFirst("^io\\.k8s\\.", "");
	}
}
