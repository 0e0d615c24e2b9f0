package org.fleetdesk.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * What of an object belongs to the place where it is (its name and namespace, addresses, nodes, hashes that controllers made
 * up), and the object without it: so that the same thing in two places is the same. The paths stand in {@code place.yaml}.
 */
public final class PlaceOwned {
	private static final String ALL = "*";
	private static final Map<String, List<List<String>>> PATHS = read();

	private PlaceOwned() {
	}

	private static Map<String, List<List<String>>> read() {
		try (InputStream file = PlaceOwned.class.getResourceAsStream("place.yaml")) {
			Map<String, List<String>> all = new ObjectMapper(new YAMLFactory()).readValue(Objects.requireNonNull(file),
					new TypeReference<>() {
					});
			Map<String, List<List<String>>> paths = new HashMap<>();
			all.forEach((kind, lines) -> paths.put(kind, lines.stream().map(PlaceOwned::steps).toList()));
			return Map.copyOf(paths);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // it is part of this bundle
		}
	}

	private static List<String> steps(String path) {
		return Pattern.compile("[^.\\[]+|\\[[^]]+]").matcher(path).results().map(MatchResult::group).toList();
	}

	/** A copy of an object without what belongs to its place; maps and lists that had nothing else go too. */
	public static JsonNode without(JsonNode object) {
		if (!(object instanceof ObjectNode)) {
			return object;
		}
		ObjectNode copy = object.deepCopy();
		PATHS.getOrDefault(ALL, List.of()).forEach(path -> remove(copy, path));
		PATHS.getOrDefault(object.path("kind").asText(), List.of()).forEach(path -> remove(copy, path));
		return copy;
	}

	/** Takes out what stands at a path; whether something was and nothing is left. */
	private static boolean remove(JsonNode node, List<String> path) {
		String step = path.getFirst();
		List<String> rest = path.subList(1, path.size());
		if (node instanceof ArrayNode list) {
			List<JsonNode> kept = new ArrayList<>();
			for (JsonNode element : list) {
				boolean meant = meant(element, step);
				if (!meant || !rest.isEmpty()) {
					kept.add(element);
				}
				if (meant && !rest.isEmpty()) {
					remove(element, rest);
				}
			}
			boolean fewer = kept.size() < list.size();
			list.removeAll().addAll(kept);
			return fewer && kept.isEmpty();
		}
		String key = step.startsWith("[") ? step.substring(1, step.length() - 1) : step;
		if (!(node instanceof ObjectNode map) || !map.has(key)) {
			return false;
		}
		if (rest.isEmpty() || remove(map.get(key), rest)) {
			map.remove(key);
			return map.isEmpty();
		}
		return false;
	}

	private static boolean meant(JsonNode element, String step) {
		int begins = step.indexOf("^=");
		return begins < 0
				? step.equals("[*]")
				: element.path(step.substring(1, begins)).asText()
						.startsWith(step.substring(begins + 2, step.length() - 1));
	}
}
