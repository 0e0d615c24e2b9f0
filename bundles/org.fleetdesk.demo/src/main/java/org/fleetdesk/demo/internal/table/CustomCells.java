package org.fleetdesk.demo.internal.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * Cells of custom kinds: JSONPath with fields, {@code ['field']}, {@code [0]}, {@code [*]} and
 * {@code [?(@.field=="text")]}. Stateless.
 */
final class CustomCells {

	private static final Pattern STEP = Pattern.compile("\\.((?:[^.\\[\\]\\\\]|\\\\.)+)|\\[['\"](.+?)['\"]\\]"
			+ "|\\[(\\d+|\\*)\\]|\\[\\?\\(@\\.([\\w.]+)\\s*==\\s*['\"](.*?)['\"]\\)\\]");

	private CustomCells() {
	}

	static JsonNode cell(Column column, JsonNode object, String path, Instant now) {
		List<JsonNode> found = List.of(object);
		Matcher steps = STEP.matcher(path);
		while (steps.find()) {
			List<JsonNode> next = new ArrayList<>();
			for (JsonNode node : found) {
				step(node, steps, next);
			}
			found = next.stream().filter(node -> !node.isMissingNode() && !node.isNull()).toList();
		}
		if (found.isEmpty()) {
			return NullNode.getInstance();
		}
		JsonNode value = found.get(0);
		return switch (column.type()) {
			case "date" -> TextNode.valueOf(Ages.since(value.asText(), now));
			case "integer", "number", "boolean" -> value;
			default -> TextNode.valueOf(found.stream()
					.map(node -> node.isValueNode() ? node.asText() : node.toString())
					.collect(Collectors.joining(",")));
		};
	}

	private static void step(JsonNode node, Matcher step, List<JsonNode> next) {
		if (step.group(1) != null) {
			next.add(node.path(step.group(1).replace("\\", "")));
		} else if (step.group(2) != null) {
			next.add(node.path(step.group(2)));
		} else if (step.group(3) == null) {
			node.forEach(element -> {
				if (Trees.text(element, step.group(4)).equals(step.group(5))) {
					next.add(element);
				}
			});
		} else if (step.group(3).equals("*")) {
			node.forEach(next::add);
		} else {
			next.add(node.path(Integer.parseInt(step.group(3))));
		}
	}
}
