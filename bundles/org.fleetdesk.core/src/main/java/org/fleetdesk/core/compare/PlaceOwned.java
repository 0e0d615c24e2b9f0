package org.fleetdesk.core.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fleetdesk.kube.read.TreePath;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * What of an object belongs to the place where it is (its name and namespace, addresses, nodes, hashes that controllers made
 * up), and the object without it: so that the same thing in two places is the same. The paths stand in {@code place.yaml}.
 */
public final class PlaceOwned {
	private static final String ALL = "*";
	private static final Map<String, List<TreePath>> PATHS = read();

	private PlaceOwned() {
	}

	private static Map<String, List<TreePath>> read() {
		try (InputStream file = PlaceOwned.class.getResourceAsStream("place.yaml")) {
			Map<String, List<String>> all = new ObjectMapper(new YAMLFactory()).readValue(Objects.requireNonNull(file),
					new TypeReference<>() {
					});
			Map<String, List<TreePath>> paths = new HashMap<>();
			all.forEach((kind, lines) -> paths.put(kind, lines.stream().map(TreePath::parse).toList()));
			return Map.copyOf(paths);
		} catch (IOException e) {
			throw new UncheckedIOException(e); // it is part of this bundle
		}
	}

	/** A copy of an object without what belongs to its place; maps and lists that had nothing else go too. */
	public static JsonNode without(JsonNode object) {
		if (!(object instanceof ObjectNode)) {
			return object;
		}
		ObjectNode copy = object.deepCopy();
		PATHS.getOrDefault(ALL, List.of()).forEach(path -> path.remove(copy));
		PATHS.getOrDefault(object.path("kind").asText(), List.of()).forEach(path -> path.remove(copy));
		return copy;
	}
}
