package org.fleetdesk.demo.internal.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Column;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Computes cells by the reducers that kinds.yaml names, with the words the real server's tables have. Stateless. */
public final class Cells {

	private static final String NONE = "<none>";

	private Cells() {
	}

	/** The value of a column; ages are seen from an instant. */
	public static JsonNode cell(Column column, JsonNode object, Instant now) {
		String cell = column.cell();
		if (cell.startsWith("custom ")) {
			return CustomCells.cell(column, object, cell.substring(7), now);
		}
		if (cell.startsWith(".")) {
			String[] pathAndElse = cell.split(" else", 2);
			JsonNode value = Trees.at(object, pathAndElse[0].substring(1));
			return value.isMissingNode() || value.isNull()
					? otherwise(column, pathAndElse.length > 1 ? pathAndElse[1].strip() : NONE)
					: value;
		}
		String[] words = cell.split(" ");
		if (words[0].equals("count")) {
			int count = 0;
			for (int word = 1; word < words.length; word++) {
				count += at(object, words[word]).size();
			}
			return Trees.JSON.getNodeFactory().numberNode(count);
		}
		return TextNode.valueOf(text(words, object, now));
	}

	private static JsonNode otherwise(Column column, String text) {
		return switch (column.type()) {
			case "integer" -> Trees.JSON.getNodeFactory().numberNode(Integer.parseInt(text));
			case "boolean" -> Trees.JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(text));
			case "date" -> NullNode.getInstance();
			default -> TextNode.valueOf(text);
		};
	}

	private static String text(String[] words, JsonNode object, Instant now) {
		JsonNode first = words.length > 1 && words[1].startsWith(".") ? at(object, words[1]) : object;
		return switch (words[0]) {
			case "age" -> Ages.since(first.asText(""), now);
			case "ratio" -> first.asInt() + "/" + at(object, words[2]).asInt();
			case "labels" -> labels(first);
			case "selector" -> selector(first);
			case "title" -> first.asBoolean() ? "True" : "False";
			case "containers" -> joined(first.path("containers"), "name");
			case "images" -> joined(first.path("containers"), "image");
			case "accessModes" -> accessModes(first);
			case "condition" -> condition(object, words[1]);
			case "conditions" -> Trees.elements(object.path("status").path("conditions")).stream()
					.map(each -> each.path("type").asText()).collect(Collectors.joining(","));
			case "owner" -> owner(object);
			case "roleRef" -> Trees.text(object, "roleRef.kind") + "/" + Trees.text(object, "roleRef.name");
			case "subjects" -> subjects(object, words[1]);
			case "quota" -> quota(object, words[1].equals("limits"));
			case "claimStatus" -> Trees.deleting(object) ? "Terminating" : Trees.text(object, "status.phase");
			case "volumeClaim" -> volumeClaim(object);
			case "storageProvisioner" -> Trees.text(object, "provisioner");
			case "apiService" -> object.path("spec").has("service")
					? Trees.text(object, "spec.service.namespace") + "/" + Trees.text(object, "spec.service.name")
					: "Local";
			default -> switch (words[0].substring(0, 3)) {
				case "pod" -> PodCells.text(words[0], object, now);
				case "nod" -> NodeCells.text(words, object);
				case "eve" -> EventCells.text(words[0], object, now);
				case "job", "sca" -> WorkloadCells.text(words[0], object, now);
				default -> NetworkCells.text(words[0], object);
			};
		};
	}

	static JsonNode at(JsonNode object, String path) {
		return Trees.at(object, path.substring(1));
	}

	static String labels(JsonNode map) {
		String text = map.propertyStream().map(entry -> entry.getKey() + "=" + entry.getValue().asText()).sorted()
				.collect(Collectors.joining(","));
		return text.isEmpty() ? NONE : text;
	}

	private static String selector(JsonNode selector) {
		List<String> parts = new ArrayList<>();
		if (!selector.path("matchLabels").isEmpty()) {
			parts.add(labels(selector.path("matchLabels")));
		}
		for (JsonNode expression : selector.path("matchExpressions")) {
			String key = expression.path("key").asText();
			String values = Trees.elements(expression.path("values")).stream().map(JsonNode::asText)
					.collect(Collectors.joining(",", " (", ")"));
			parts.add(switch (expression.path("operator").asText()) {
				case "In" -> key + " in" + values;
				case "NotIn" -> key + " notin" + values;
				case "Exists" -> key;
				default -> "!" + key;
			});
		}
		return parts.isEmpty() ? NONE : String.join(",", parts);
	}

	static String joined(JsonNode array, String field) {
		return Trees.elements(array).stream().map(each -> each.path(field).asText()).collect(Collectors.joining(","));
	}

	private static String accessModes(JsonNode modes) {
		Set<String> letters = new LinkedHashSet<>();
		modes.forEach(mode -> letters.add(switch (mode.asText()) {
			case "ReadWriteOnce" -> "RWO";
			case "ReadOnlyMany" -> "ROX";
			case "ReadWriteMany" -> "RWX";
			default -> "RWOP";
		}));
		return String.join(",", letters);
	}

	private static String condition(JsonNode object, String type) {
		for (JsonNode condition : object.path("status").path("conditions")) {
			if (condition.path("type").asText().equals(type)) {
				String status = condition.path("status").asText();
				return status.equals("True") ? status : status + " (" + condition.path("reason").asText() + ")";
			}
		}
		return "Unknown";
	}

	private static String owner(JsonNode object) {
		for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
			if (owner.path("controller").asBoolean()) {
				String group = owner.path("apiVersion").asText();
				return owner.path("kind").asText().toLowerCase(java.util.Locale.ROOT)
						+ (group.contains("/") ? "." + group.substring(0, group.indexOf('/')) : "") + "/"
						+ owner.path("name").asText();
			}
		}
		return NONE;
	}

	private static String subjects(JsonNode object, String kind) {
		return Trees.elements(object.path("subjects")).stream().filter(each -> each.path("kind").asText().equals(kind))
				.map(each -> each.has("namespace")
						? each.path("namespace").asText() + "/" + each.path("name").asText()
						: each.path("name").asText())
				.collect(Collectors.joining(","));
	}

	private static String quota(JsonNode object, boolean limits) {
		JsonNode used = object.path("status").path("used");
		return object.path("status").path("hard").propertyStream()
				.filter(hard -> hard.getKey().startsWith("limits.") == limits)
				.sorted(java.util.Map.Entry.comparingByKey())
				.map(hard -> hard.getKey() + ": " + used.path(hard.getKey()).asText("0") + "/"
						+ hard.getValue().asText())
				.collect(Collectors.joining(", "));
	}

	private static String volumeClaim(JsonNode object) {
		JsonNode claim = object.path("spec").path("claimRef");
		return claim.isMissingNode() ? "" : claim.path("namespace").asText() + "/" + claim.path("name").asText();
	}
}
