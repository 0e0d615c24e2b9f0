package org.fleetdesk.demo.internal.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The leaves of objects, lists being leaves, as paths; and such paths as {@code fieldsV1}. Stateless. */
final class Fields {

	private static final Set<String> SERVERS_OWN = Set.of("uid", "resourceVersion", "generation", "creationTimestamp",
			"managedFields", "name", "namespace", "deletionTimestamp", "deletionGracePeriodSeconds", "generateName",
			"selfLink");

	private Fields() {
	}

	/** All leaves that somebody may manage. */
	static Map<List<String>, JsonNode> leaves(JsonNode object) {
		Map<List<String>, JsonNode> leaves = new LinkedHashMap<>();
		collect(List.of(), object, leaves);
		leaves.keySet().removeIf(path -> path.get(0).equals("apiVersion") || path.get(0).equals("kind")
				|| path.get(0).equals("metadata") && (path.size() < 2 || SERVERS_OWN.contains(path.get(1))));
		return leaves;
	}

	private static void collect(List<String> path, JsonNode node, Map<List<String>, JsonNode> leaves) {
		if (!node.isObject() || node.isEmpty()) {
			if (!path.isEmpty()) {
				leaves.put(path, node);
			}
			return;
		}
		for (Map.Entry<String, JsonNode> field : node.properties()) {
			List<String> next = new ArrayList<>(path);
			next.add(field.getKey());
			collect(next, field.getValue(), leaves);
		}
	}

	static JsonNode get(JsonNode object, List<String> path) {
		JsonNode here = object;
		for (String step : path) {
			here = here.isObject() ? here.path(step) : MissingNode.getInstance();
		}
		return here;
	}

	/** Removes a leaf, and what is empty without it. */
	static void remove(ObjectNode object, List<String> path) {
		JsonNode parent = get(object, path.subList(0, path.size() - 1));
		if (parent instanceof ObjectNode target) {
			target.remove(path.get(path.size() - 1));
			if (target.isEmpty() && path.size() > 2) {
				remove(object, path.subList(0, path.size() - 1));
			}
		}
	}

	/** How messages write a path. */
	static String text(List<String> path) {
		StringBuilder text = new StringBuilder();
		for (String step : path) {
			text.append('.').append(step);
		}
		return text.toString();
	}

	static ObjectNode write(Set<List<String>> paths) {
		ObjectNode tree = Trees.object();
		for (List<String> path : paths) {
			ObjectNode here = tree;
			for (String step : path) {
				String name = "f:" + step;
				here = here.get(name) instanceof ObjectNode next ? next : here.putObject(name);
			}
		}
		return tree;
	}

	static Set<List<String>> read(JsonNode tree) {
		Set<List<String>> paths = new LinkedHashSet<>();
		read(List.of(), tree, paths);
		return paths;
	}

	private static void read(List<String> path, JsonNode tree, Set<List<String>> paths) {
		boolean leaf = true;
		for (Map.Entry<String, JsonNode> field : tree.properties()) {
			if (field.getKey().startsWith("f:")) {
				leaf = false;
				List<String> next = new ArrayList<>(path);
				next.add(field.getKey().substring(2));
				read(next, field.getValue(), paths);
			}
		}
		if (leaf && !path.isEmpty()) {
			paths.add(path);
		}
	}
}
