package org.fleetdesk.core.object;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.object.FieldPath.Item;

/** By which of their fields the items of a list are told apart: as servers do for the built-in kinds, else by their look. */
final class ListKeys {
	private static final Map<String, List<String>> BY_LIST = Map.of("volumeMounts", List.of("mountPath"),
			"volumeDevices", List.of("devicePath"), "ownerReferences", List.of("uid"), "conditions", List.of("type"),
			"hostAliases", List.of("ip"), "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"));
	private static final List<List<String>> PORTS = List.of(List.of("containerPort", "protocol"),
			List.of("port", "protocol"));
	private static final List<List<String>> ANY = List.of(List.of("name"), List.of("key"), List.of("type"),
			List.of("id"), List.of("uid"), List.of("ip"));

	private ListKeys() {
	}

	/** The path element of each item, in the order of the list; empty if items are told apart by their index. */
	record Keyed(List<Item> before, List<Item> after) {
	}

	static Optional<Keyed> of(String name, JsonNode before, JsonNode after) {
		if (before.isEmpty() && after.isEmpty()) {
			return Optional.empty();
		}
		List<List<String>> candidates = new ArrayList<>();
		Optional.ofNullable(BY_LIST.get(name)).ifPresent(candidates::add);
		if (name.equals("ports")) {
			candidates.addAll(PORTS);
		}
		candidates.addAll(ANY);
		for (List<String> keys : candidates) {
			Optional<List<Item>> items = items(before, keys);
			Optional<List<Item>> others = items.isEmpty() ? items : items(after, keys);
			if (others.isPresent()) {
				return Optional.of(new Keyed(items.get(), others.get()));
			}
		}
		return Optional.empty();
	}

	/** The keys of all items if each has the first one and no two have the same. */
	private static Optional<List<Item>> items(JsonNode list, List<String> keys) {
		List<Item> items = new ArrayList<>(list.size());
		Set<Item> unique = new HashSet<>();
		for (JsonNode element : list) {
			if (!element.path(keys.getFirst()).isValueNode() || element.path(keys.getFirst()).isNull()) {
				return Optional.empty();
			}
			Map<String, JsonNode> values = new LinkedHashMap<>();
			keys.stream().filter(k -> element.path(k).isValueNode()).forEach(k -> values.put(k, element.path(k)));
			Item item = new Item(values);
			if (!unique.add(item)) {
				return Optional.empty();
			}
			items.add(item);
		}
		return Optional.of(items);
	}
}
