package org.fleetdesk.core.object;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What every object's page shows, whatever its kind: read from its tree once, immutable.
 *
 * @param apiVersion as in the object
 * @param kind as in the object
 * @param namespace its namespace, or empty
 * @param name its name
 * @param uid its uid
 * @param created when it was created
 * @param deleting since when it is being deleted
 * @param labels its labels
 * @param annotations its annotations
 * @param finalizers what must happen before it is gone
 * @param owners who owns it
 * @param conditions its {@code status.conditions}
 * @param status the plain values of its status, by path ("replicas", "loadBalancer.ingress[0].ip"), conditions left out
 */
public record ObjectDetails(String apiVersion, String kind, String namespace, String name, String uid,
		Optional<Instant> created, Optional<Instant> deleting, Map<String, String> labels,
		Map<String, String> annotations,
		List<String> finalizers, List<Owner> owners, List<Condition> conditions, Map<String, String> status) {

	private static final int MOST_STATUS_VALUES = 200;

	public ObjectDetails {
		labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
		annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
		finalizers = List.copyOf(finalizers);
		owners = List.copyOf(owners);
		conditions = List.copyOf(conditions);
		status = Collections.unmodifiableMap(new LinkedHashMap<>(status));
	}

	/** An owner reference. */
	public record Owner(String apiVersion, String kind, String name, String uid, boolean controller) {
	}

	/**
	 * A condition.
	 *
	 * @param type what it speaks of
	 * @param status "True", "False" or "Unknown"
	 * @param reason one word, may be empty
	 * @param message a sentence, may be empty
	 * @param since when its status last changed
	 */
	public record Condition(String type, String status, String reason, String message, Optional<Instant> since) {
	}

	/** Reads an object. Fields of a wrong type count as absent. */
	public static ObjectDetails of(JsonNode object) {
		JsonNode metadata = object.path("metadata");
		Map<String, String> status = new LinkedHashMap<>();
		object.path("status").properties().stream().filter(e -> !e.getKey().equals("conditions"))
				.forEach(e -> flatten(e.getKey(), e.getValue(), status));
		return new ObjectDetails(text(object, "apiVersion"), text(object, "kind"), text(metadata, "namespace"),
				text(metadata, "name"), text(metadata, "uid"), time(metadata, "creationTimestamp"),
				time(metadata, "deletionTimestamp"), strings(metadata.path("labels")),
				strings(metadata.path("annotations")),
				each(metadata.path("finalizers")).filter(JsonNode::isTextual).map(JsonNode::textValue).toList(),
				each(metadata.path("ownerReferences")).filter(JsonNode::isObject).map(ObjectDetails::owner).toList(),
				each(object.path("status").path("conditions")).filter(JsonNode::isObject).map(ObjectDetails::condition)
						.toList(),
				status);
	}

	private static Owner owner(JsonNode node) {
		return new Owner(text(node, "apiVersion"), text(node, "kind"), text(node, "name"), text(node, "uid"),
				node.path("controller").asBoolean());
	}

	private static Condition condition(JsonNode node) {
		return new Condition(text(node, "type"), text(node, "status"), text(node, "reason"), text(node, "message"),
				time(node, "lastTransitionTime"));
	}

	private static void flatten(String path, JsonNode value, Map<String, String> into) {
		if (into.size() >= MOST_STATUS_VALUES) {
			return;
		}
		if (value.isObject()) {
			value.properties().forEach(e -> flatten(path + "." + e.getKey(), e.getValue(), into));
		} else if (value.isArray()) {
			for (int i = 0; i < value.size(); i++) {
				flatten(path + "[" + i + "]", value.get(i), into);
			}
		} else if (!value.isNull()) {
			into.put(path, value.asText());
		}
	}

	private static Stream<JsonNode> each(JsonNode array) {
		return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
	}

	private static Map<String, String> strings(JsonNode object) {
		Map<String, String> all = new LinkedHashMap<>();
		object.properties().stream().filter(e -> e.getValue().isValueNode() && !e.getValue().isNull())
				.forEach(e -> all.put(e.getKey(), e.getValue().asText()));
		return all;
	}

	private static String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return value.isTextual() ? value.textValue() : "";
	}

	private static Optional<Instant> time(JsonNode node, String field) {
		try {
			String text = text(node, field);
			return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
		} catch (DateTimeParseException e) {
			return Optional.empty();
		}
	}
}
