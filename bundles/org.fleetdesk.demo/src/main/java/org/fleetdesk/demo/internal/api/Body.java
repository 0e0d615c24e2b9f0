package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.List;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.schema.Definitions;
import org.fleetdesk.demo.internal.schema.SchemaCheck;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what requests carry, and compares it with the schema as fieldValidation asks. Stateless. */
final class Body {

	private static final ObjectReader JSON = Trees.JSON.readerFor(JsonNode.class)
			.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	private static final ObjectReader YAML = Trees.YAML.readerFor(JsonNode.class)
			.with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

	private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

	private Body() {
	}

	/** A tree, JSON or YAML by its content type. */
	static JsonNode tree(Exchange exchange) throws IOException {
		String type = exchange.header("Content-Type").split(";")[0].strip();
		byte[] bytes = bytes(exchange);
		try {
			return switch (type) {
				case "application/yaml", "application/apply-patch+yaml" -> YAML.readTree(bytes);
				case "", "application/json", "application/json-patch+json", "application/merge-patch+json",
						"application/strategic-merge-patch+json" ->
					JSON.readTree(bytes);
				case PROTOBUF -> Envelope.read(bytes);
				default -> throw ApiException.of(415, "UnsupportedMediaType",
						"the body of the request was in an unknown format - accepted media types include: application/json, "
								+ "application/yaml");
			};
		} catch (JsonProcessingException e) {
			throw ApiException.badRequest("error decoding the body: " + e.getOriginalMessage());
		}
	}

	private static byte[] bytes(Exchange exchange) throws IOException {
		try {
			return exchange.body();
		} catch (Exchange.TooLargeException e) {
			throw ApiException.of(413, "RequestEntityTooLarge", "limit is 3145728");
		}
	}

	/** An object of a kind; its first two lines may be left out or must fit. */
	static ObjectNode object(Kind kind, JsonNode tree) {
		if (!(tree instanceof ObjectNode object)) {
			throw ApiException.badRequest("couldn't get version/kind; json parse error: the body is not an object");
		}
		String version = object.path("apiVersion").asText(kind.apiVersion());
		String name = object.path("kind").asText(kind.kind());
		if (!version.equals(kind.apiVersion()) || !name.equals(kind.kind())) {
			throw ApiException.badRequest(name + " in version \"" + version.substring(version.indexOf('/') + 1)
					+ "\" cannot be handled as a " + kind.kind() + ": no kind \"" + name
					+ "\" is registered for version \"" + version + "\"");
		}
		ObjectNode first = Trees.object().put("kind", kind.kind()).put("apiVersion", kind.apiVersion());
		object.properties().forEach(field -> {
			if (!first.has(field.getKey())) {
				first.set(field.getKey(), field.getValue());
			}
		});
		Trees.child(first, "metadata");
		return first;
	}

	/** Drops unknown fields, and warns or refuses as was asked. Wrong types and missing fields are refused always. */
	static void check(Exchange exchange, Kind kind, ObjectNode object) {
		SchemaCheck check = new SchemaCheck(Definitions.shipped());
		check.check(object, Definitions.shipped().schema(kind));
		String asked = exchange.query("fieldValidation");
		List<String> unknown = check.unknown().stream().map(field -> "unknown field \"" + field + "\"").toList();
		if (asked.equals("Strict") && !unknown.isEmpty()) {
			throw ApiException.badRequest((kind.custom()
					? ""
					: kind.kind() + " in version \"" + kind.version()
							+ "\" cannot be handled as a " + kind.kind() + ": ")
					+ "strict decoding error: "
					+ String.join(", ", unknown));
		}
		if (!asked.equals("Ignore")) {
			unknown.forEach(exchange::warn);
		}
		if (!check.mistyped().isEmpty() && !kind.custom()) {
			SchemaCheck.Fault fault = check.mistyped().get(0);
			throw ApiException.badRequest(kind.kind() + " in version \"" + kind.version() + "\" cannot be handled as a "
					+ kind.kind() + ": json: cannot unmarshal into Go struct field " + kind.kind() + "." + fault.field()
					+ ": " + fault.message());
		}
		List<SchemaCheck.Fault> faults = new java.util.ArrayList<>(check.mistyped().stream()
				.map(fault -> new SchemaCheck.Fault(fault.field(), fault.reason(),
						"Invalid value: " + fault.message().replaceFirst(".*: ", "") + ": " + fault.field()
								+ " in body "
								+ fault.message()))
				.toList());
		faults.addAll(check.faults());
		if (!faults.isEmpty()) {
			throw ApiException.invalid(kind, Trees.name(object), faults);
		}
	}
}
