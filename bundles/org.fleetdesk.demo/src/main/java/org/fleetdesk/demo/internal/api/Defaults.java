package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Fills in what defaults.yaml, and the schema of a custom kind, say for fields that are not given. Stateless. */
public final class Defaults {

	private static final JsonNode FILE = read();

	private Defaults() {
	}

	private static JsonNode read() {
		try (InputStream in = Defaults.class.getResourceAsStream("defaults.yaml")) {
			return Trees.YAML.readTree(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Fills in an object. */
	public static void fill(Kind kind, ObjectNode object) {
		if (kind.custom()) {
			bySchema(object, kind.schema());
			return;
		}
		fill(object, FILE.path(kind.qualifiedKind()));
		rolling(object);
		JsonNode account = Trees.at(object, podSpec(kind) + ".serviceAccountName");
		if (kind.is("", "Pod") && account.isMissingNode()) {
			Trees.child(object, "spec").put("serviceAccountName", "default").put("serviceAccount", "default");
		}
		for (JsonNode container : Trees.at(object, podSpec(kind) + ".containers")) {
			String image = container.path("image").asText();
			if (container instanceof ObjectNode node && (image.endsWith(":latest") || !image.contains(":"))
					&& !image.isEmpty()) {
				node.put("imagePullPolicy", "Always");
			}
		}
	}

	/** Where a kind has its pods' specification. */
	static String podSpec(Kind kind) {
		return switch (kind.kind()) {
			case "Pod" -> "spec";
			case "CronJob" -> "spec.jobTemplate.spec.template.spec";
			default -> "spec.template.spec";
		};
	}

	private static void rolling(ObjectNode object) {
		for (String name : new String[]{"strategy", "updateStrategy"}) {
			if (Trees.at(object, "spec." + name) instanceof ObjectNode strategy
					&& strategy.path("type").asText().equals("RollingUpdate") && !strategy.has("rollingUpdate")) {
				ObjectNode rolling = strategy.putObject("rollingUpdate");
				switch (object.path("kind").asText()) {
					case "Deployment" -> rolling.put("maxSurge", "25%").put("maxUnavailable", "25%");
					case "DaemonSet" -> rolling.put("maxSurge", 0).put("maxUnavailable", 1);
					default -> rolling.put("partition", 0);
				}
			}
		}
	}

	private static void fill(ObjectNode object, JsonNode defaults) {
		for (Map.Entry<String, JsonNode> field : entry(defaults).properties()) {
			boolean made = field.getKey().startsWith("+");
			String name = made ? field.getKey().substring(1) : field.getKey();
			JsonNode wanted = entry(field.getValue());
			JsonNode given = object.path(name);
			if (wanted.has("*")) {
				given.forEach(element -> {
					if (element instanceof ObjectNode part) {
						fill(part, wanted.path("*"));
					}
				});
			} else if (given instanceof ObjectNode part) {
				fill(part, wanted);
			} else if (!object.hasNonNull(name) && (made || !wanted.isObject())) {
				object.set(name, wanted.deepCopy());
			}
		}
	}

	private static JsonNode entry(JsonNode value) {
		return value.isTextual() && value.asText().startsWith("=") ? FILE.path(value.asText().substring(1)) : value;
	}

	private static void bySchema(ObjectNode object, JsonNode schema) {
		for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
			JsonNode fallback = property.getValue().path("default");
			if (!object.has(property.getKey()) && !fallback.isMissingNode()) {
				object.set(property.getKey(), fallback.deepCopy());
			}
			JsonNode value = object.path(property.getKey());
			if (value instanceof ObjectNode part) {
				bySchema(part, property.getValue());
			} else if (value instanceof ArrayNode array) {
				array.forEach(element -> {
					if (element instanceof ObjectNode part) {
						bySchema(part, property.getValue().path("items"));
					}
				});
			}
		}
	}
}
