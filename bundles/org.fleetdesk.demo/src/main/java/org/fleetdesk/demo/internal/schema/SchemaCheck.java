package org.fleetdesk.demo.internal.schema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Compares an object with a schema: drops unknown fields and says what is wrong. Knows types, required fields, enums and
 * minima; patterns and rules (CEL) are not looked at. One use, one thread.
 */
public final class SchemaCheck {

	/** What is wrong with a field; the reason is Kubernetes' word for it. */
	public record Fault(String field, String reason, String message) {
	}

	private static final Set<String> ALWAYS = Set.of("apiVersion", "kind", "metadata");

	private final Definitions definitions;
	private final List<String> unknown = new ArrayList<>();
	private final List<Fault> mistyped = new ArrayList<>();
	private final List<Fault> faults = new ArrayList<>();

	public SchemaCheck(Definitions definitions) {
		this.definitions = definitions;
	}

	/** The paths of the fields that no schema declares; they have been dropped. */
	public List<String> unknown() {
		return unknown;
	}

	/** Values of a wrong type. */
	public List<Fault> mistyped() {
		return mistyped;
	}

	/** Missing fields, and values that are not allowed. */
	public List<Fault> faults() {
		return faults;
	}

	/** Checks an object and drops from it what the schema does not declare. Its status is checked for types only. */
	public void check(ObjectNode object, JsonNode schema) {
		check("", object, schema, true);
	}

	private void check(String path, JsonNode value, JsonNode reference, boolean required) {
		JsonNode schema = definitions.resolve(reference);
		if (value.isNull() || schema.isMissingNode()) {
			return;
		}
		if (!fits(value, reference, schema)) {
			mistyped.add(new Fault(path, "FieldValueTypeInvalid", "must be of type " + schema.path("type").asText()
					+ ": \""
					+ (value.isTextual() ? "string" : value.getNodeType().name().toLowerCase(java.util.Locale.ROOT))
					+ "\""));
			return;
		}
		if (value instanceof ObjectNode object) {
			members(path, object, schema, required);
		} else if (value.isArray()) {
			int index = 0;
			for (JsonNode element : value) {
				check(path + "[" + index++ + "]", element, schema.path("items"), required);
			}
		} else {
			allowed(path, value, schema);
		}
	}

	private void members(String path, ObjectNode object, JsonNode schema, boolean required) {
		JsonNode properties = schema.path("properties");
		JsonNode others = schema.path("additionalProperties");
		boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
				|| properties.isMissingNode() && !others.isObject();
		boolean root = path.isEmpty();
		for (Iterator<Map.Entry<String, JsonNode>> fields = object.properties().iterator(); fields.hasNext();) {
			Map.Entry<String, JsonNode> field = fields.next();
			String name = field.getKey();
			String at = root ? name : path + "." + name;
			JsonNode declared = properties.path(name);
			if (root && ALWAYS.contains(name)) {
				continue;
			}
			if (!declared.isMissingNode() || others.isObject()) {
				check(at, field.getValue(), declared.isMissingNode() ? others : declared,
						required && !(root && name.equals("status")));
			} else if (!open) {
				unknown.add(at);
				fields.remove();
			}
		}
		if (required) {
			for (JsonNode name : schema.path("required")) {
				if (!object.hasNonNull(name.asText()) && !ALWAYS.contains(name.asText())) {
					faults.add(new Fault(root ? name.asText() : path + "." + name.asText(), "FieldValueRequired",
							"Required value"));
				}
			}
		}
	}

	private static boolean fits(JsonNode value, JsonNode reference, JsonNode schema) {
		if (schema.path("x-kubernetes-int-or-string").asBoolean()
				|| reference.path("$ref").asText().endsWith(".Quantity")
				|| schema.path("format").asText().equals("int-or-string")) {
			return value.isTextual() || value.isNumber();
		}
		return switch (schema.path("type").asText("")) {
			case "object" -> value.isObject();
			case "array" -> value.isArray();
			case "string" -> value.isTextual();
			case "integer" -> value.isIntegralNumber() || value.isNumber() && value.asDouble() == value.asLong();
			case "number" -> value.isNumber();
			case "boolean" -> value.isBoolean();
			default -> true;
		};
	}

	private void allowed(String path, JsonNode value, JsonNode schema) {
		JsonNode choices = schema.path("enum");
		if (choices.isArray()) {
			List<String> names = new ArrayList<>();
			boolean found = false;
			for (JsonNode choice : choices) {
				names.add('"' + choice.asText() + '"');
				found |= choice.equals(value);
			}
			if (!found) {
				faults.add(new Fault(path, "FieldValueNotSupported", "Unsupported value: " + value
						+ ": supported values: " + String.join(", ", names)));
			}
		}
		if (value.isNumber() && schema.has("minimum") && value.asDouble() < schema.path("minimum").asDouble()) {
			faults.add(new Fault(path, "FieldValueInvalid", "Invalid value: " + value + ": " + path
					+ " in body should be greater than or equal to " + schema.path("minimum").asText()));
		}
		if (value.isNumber() && schema.has("maximum") && value.asDouble() > schema.path("maximum").asDouble()) {
			faults.add(new Fault(path, "FieldValueInvalid", "Invalid value: " + value + ": " + path
					+ " in body should be less than or equal to " + schema.path("maximum").asText()));
		}
	}
}
