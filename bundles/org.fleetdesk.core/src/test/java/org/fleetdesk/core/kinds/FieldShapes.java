package org.fleetdesk.core.kinds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What fields objects of published kinds have: a line for each kind and version, and one for each shape of an object, which
 * others name by its number, so that what repeats stands once. "s" is a text, "t" a time, "i" and "n" numbers, "b" a truth
 * value, "x" a number or a text, "?" anything, "o" a map that says nothing of itself, "*" a list and "%" a map of what follows.
 */
final class FieldShapes {
	private static final Pattern STEP = Pattern
			.compile("\\[\\*]|\\[(?<field>[A-Za-z]+)=[^\\[\\]'=]+]|\\['(?<quoted>[^']+)']"
					+ "|\\.?(?:(?<any>\\*|\\{[^{}\\s]+})|(?<name>[^.\\[\\]{}*'\\s=]+))");
	private static final String OTHERS = "*";
	private static final Map<String, String> METADATA = Map.ofEntries(Map.entry("name", "s"),
			Map.entry("namespace", "s"), Map.entry("uid", "s"), Map.entry("creationTimestamp", "t"),
			Map.entry("deletionTimestamp", "t"), Map.entry("labels", "%s"), Map.entry("annotations", "%s"),
			Map.entry("generation", "i"), Map.entry("ownerReferences", "*owner"));
	private static final Map<String, String> OWNER = Map.of("apiVersion", "s", "kind", "s", "name", "s", "uid", "s",
			"controller", "b");

	private final Map<String, String> kinds = new LinkedHashMap<>();
	private final Map<String, String> numbers = new LinkedHashMap<>(); // a shape's line to its number
	private final Map<String, Map<String, String>> fields = new HashMap<>();

	FieldShapes() {
		fields.put("metadata", METADATA);
		fields.put("owner", OWNER);
	}

	/** Takes in a version of a kind by its published schema. */
	void add(String kind, String version, JsonNode schema) {
		kinds.put(kind + " " + version, form(schema));
	}

	/** Takes in the lines of a table. */
	static FieldShapes read(List<String> lines) {
		FieldShapes read = new FieldShapes();
		for (String line : lines) {
			String[] parts = line.split(" ");
			if (Character.isDigit(line.charAt(0))) {
				Map<String, String> shape = new HashMap<>();
				for (int i = 1; i < parts.length; i++) {
					int colon = parts[i].lastIndexOf(':');
					shape.put(parts[i].substring(0, colon), parts[i].substring(colon + 1));
				}
				read.fields.put(parts[0], shape);
			} else {
				read.kinds.put(parts[0] + " " + parts[1], parts[2]);
			}
		}
		return read;
	}

	/** The lines of a table. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		kinds.forEach((kind, form) -> lines.add(kind + " " + form));
		numbers.forEach((line, number) -> lines.add(number + " " + line));
		return lines;
	}

	/** Whether a version of a kind is known. */
	boolean has(String kind, String version) {
		return kinds.containsKey(kind + " " + version);
	}

	/** The form of objects of a version of a kind. */
	String shape(String kind, String version) {
		return kinds.getOrDefault(kind + " " + version, "");
	}

	private String form(JsonNode schema) {
		String type = schema.path("type").asText();
		boolean anything = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean();
		if (schema.path("x-kubernetes-int-or-string").asBoolean()) {
			return "x";
		} else if (type.equals("array")) {
			return "*" + form(schema.path("items"));
		} else if (schema.path("properties").size() > 0) {
			return shape(schema.path("properties"), anything);
		} else if (schema.path("additionalProperties").isObject()) {
			return "%" + form(schema.path("additionalProperties"));
		} else if (anything || schema.path("additionalProperties").asBoolean() || type.isEmpty()) {
			return "?";
		}
		return switch (type) {
			case "string" -> schema.path("format").asText().equals("date-time") ? "t" : "s";
			case "integer" -> "i";
			case "number" -> "n";
			case "boolean" -> "b";
			default -> "o";
		};
	}

	private String shape(JsonNode properties, boolean anything) {
		Map<String, String> shape = new TreeMap<>();
		properties.properties().forEach(field -> shape.put(field.getKey(), form(field.getValue())));
		if (anything) {
			shape.put(OTHERS, "?");
		}
		List<String> said = new ArrayList<>();
		shape.forEach((name, form) -> said.add(name + ":" + form));
		String number = numbers.computeIfAbsent(String.join(" ", said), line -> String.valueOf(numbers.size() + 1));
		fields.put(number, shape);
		return number;
	}

	/** What stands at a path of a version of a kind; none if the kind has no such field. */
	Optional<String> at(String kind, String version, String path) {
		return Optional.ofNullable(kinds.get(kind + " " + version)).flatMap(form -> path.startsWith("metadata.")
				? below("metadata", path.substring("metadata.".length()))
				: below(form, path));
	}

	/** What stands at a path that begins at a form. */
	Optional<String> below(String form, String path) {
		Matcher step = STEP.matcher(path);
		String at = form;
		while (step.lookingAt()) {
			Optional<String> next = next(at, step);
			if (next.isEmpty() || step.end() == path.length()) {
				return next;
			}
			at = next.get();
			step.region(step.end(), path.length());
		}
		throw new IllegalArgumentException(path);
	}

	private Optional<String> next(String at, Matcher step) {
		if (at.equals("?")) {
			return Optional.of(at);
		} else if (step.group("any") != null) {
			return at.startsWith("%") ? Optional.of(at.substring(1)) : Optional.empty();
		} else if (step.group("quoted") != null || step.group("name") != null) {
			String name = step.group("quoted") != null ? step.group("quoted") : step.group("name");
			return at.startsWith("%") ? Optional.of(at.substring(1)) : field(at, name);
		} else if (!at.startsWith("*")) {
			return Optional.empty();
		}
		String element = at.substring(1);
		return step.group("field") == null || element.equals("?") || field(element, step.group("field")).isPresent()
				? Optional.of(element)
				: Optional.empty();
	}

	/** A field of a shape; none if it has none of this name. */
	Optional<String> field(String shape, String name) {
		Map<String, String> of = fields.getOrDefault(shape, Map.of());
		return Optional.ofNullable(of.getOrDefault(name, of.get(OTHERS)));
	}
}
