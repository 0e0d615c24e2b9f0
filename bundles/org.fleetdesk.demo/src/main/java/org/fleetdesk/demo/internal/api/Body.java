package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.fleetdesk.demo.internal.http.Exchange;
import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.schema.Definitions;
import org.fleetdesk.demo.internal.schema.SchemaCheck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads what requests carry, and compares it with the schema as fieldValidation asks. Stateless. */
final class Body {

	private static final ObjectReader JSON = Trees.JSON.readerFor(JsonNode.class)
			.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	private static final ObjectReader YAML = Trees.YAML.readerFor(JsonNode.class);

	private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

	private Body() {
	}

	/** A tree, JSON or YAML by its content type. */
	static JsonNode tree(Exchange exchange) throws IOException {
		return tree(exchange, bytes(exchange));
	}

	/** The same for an object of a kind; of keys that stand twice the last counts, and it warns or refuses as was asked. */
	static JsonNode tree(Exchange exchange, Kind kind) throws IOException {
		byte[] bytes = bytes(exchange);
		JsonNode tree = tree(exchange, bytes);
		String type = exchange.header("Content-Type");
		String asked = exchange.query("fieldValidation");
		if (type.startsWith(PROTOBUF) || asked.equals("Ignore")) {
			return tree;
		}
		boolean apply = type.contains("apply-patch");
		boolean yaml = type.contains("yaml");
		List<String> twice = Duplicates.in(bytes, yaml);
		if (asked.equals("Strict") && !twice.isEmpty()) {
			throw ApiException.badRequest((apply
					? "error strict decoding YAML: error converting YAML to JSON: "
					: cannotBeHandled(kind) + "strict decoding error: ")
					+ (yaml ? "yaml: unmarshal errors:\n  " + String.join("\n  ", twice) : String.join(", ", twice)));
		}
		twice.forEach(exchange::warn);
		return tree;
	}

	private static JsonNode tree(Exchange exchange, byte[] bytes) throws IOException {
		String type = exchange.header("Content-Type").split(";")[0].strip();
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
			throw ApiException.badRequest((type.endsWith("yaml")
					? "error decoding YAML: error converting YAML to JSON: yaml: "
					: "error decoding the body: ") + e.getOriginalMessage());
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

	/** What somebody applies: like an object, but that its kind, its place and its fields must be right from the start. */
	static ObjectNode applied(Target target, JsonNode patch) {
		Kind kind = target.kind();
		String version = patch.path("apiVersion").asText("");
		if (!version.equals(kind.apiVersion()) || !patch.path("kind").asText("").equals(kind.kind())) {
			throw ApiException.badRequest("invalid object type: " + (version.contains("/") ? "" : "/") + version
					+ ", Kind=" + patch.path("kind").asText(""));
		}
		ObjectNode wanted = object(kind, patch);
		if (wanted.path("metadata").hasNonNull("managedFields")) {
			throw ApiException.badRequest("metadata.managedFields must be nil");
		}
		if (!Trees.name(wanted).isEmpty() && !Trees.name(wanted).equals(target.name())) {
			throw ApiException.badRequest("the name of the object (" + Trees.name(wanted)
					+ ") does not match the name on the URL (" + target.name() + ")");
		}
		if (!Trees.namespace(wanted).isEmpty() && !Trees.namespace(wanted).equals(target.namespace())) {
			throw ApiException.badRequest(
					"the namespace of the provided object does not match the namespace sent on the request");
		}
		if (!kind.custom()) {
			typed(target, wanted);
		}
		return wanted;
	}

	/** The real server calls it its own fault when an applied field is not in the schema, however strict it is asked to be. */
	private static void typed(Target target, ObjectNode wanted) {
		SchemaCheck check = new SchemaCheck(Definitions.shipped());
		check.check(wanted.deepCopy(), Definitions.shipped().schema(target.kind()));
		List<String> faults = new ArrayList<>();
		check.unknown().forEach(field -> faults.add("." + field + ": field not declared in schema"));
		check.mistyped().forEach(fault -> faults.add("." + fault.field() + ": " + fault.message()
				.replaceFirst("must be of type (integer|number)", "expected numeric (int or float)")
				.replaceFirst("must be of type ", "expected ").replaceFirst(": \"(.*)\"$", ", got $1")));
		if (!faults.isEmpty()) {
			throw ApiException.of(500, "", "failed to create typed patch object (" + Trees.namespace(wanted) + "/"
					+ target.name() + "; " + target.kind().apiVersion() + ", Kind=" + target.kind().kind() + "): "
					+ (faults.size() == 1 ? faults.getFirst() : "errors:\n  " + String.join("\n  ", faults)));
		}
	}

	private static String cannotBeHandled(Kind kind) {
		return kind.custom()
				? ""
				: kind.kind() + " in version \"" + kind.version() + "\" cannot be handled as a " + kind.kind() + ": ";
	}

	/** Drops unknown fields, and warns or refuses as was asked. Wrong types and missing fields are refused always. */
	static void check(Exchange exchange, Kind kind, ObjectNode object) {
		SchemaCheck check = new SchemaCheck(Definitions.shipped());
		check.check(object, Definitions.shipped().schema(kind));
		String asked = exchange.query("fieldValidation");
		List<String> unknown = check.unknown().stream().map(field -> "unknown field \"" + field + "\"").toList();
		if (asked.equals("Strict") && !unknown.isEmpty()) {
			throw ApiException.badRequest(cannotBeHandled(kind) + "strict decoding error: "
					+ String.join(", ", unknown));
		}
		if (!asked.equals("Ignore")) {
			unknown.forEach(exchange::warn);
		}
		if (!check.mistyped().isEmpty() && !kind.custom()) {
			SchemaCheck.Fault fault = check.mistyped().get(0);
			throw ApiException.badRequest(cannotBeHandled(kind) + "json: cannot unmarshal into Go struct field "
					+ kind.kind() + "." + fault.field()
					+ ": " + fault.message());
		}
		List<SchemaCheck.Fault> faults = new ArrayList<>(check.mistyped().stream()
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
