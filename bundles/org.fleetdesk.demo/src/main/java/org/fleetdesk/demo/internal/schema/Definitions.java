package org.fleetdesk.demo.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The schemas of the built-in kinds, as Kubernetes 1.35 publishes them under {@code /openapi/v2}, cut down to what
 * kinds.yaml names and what that refers to (by CutSchemas, among the tests). Unchangeable; read once, at the first use.
 */
public final class Definitions {

	private static final class Holder {
		static final Definitions ONE = new Definitions();
	}

	private final JsonNode all;
	private final Map<String, String> names = new HashMap<>();

	private Definitions() {
		try (InputStream in = new GZIPInputStream(
				java.util.Objects.requireNonNull(Kind.class.getResourceAsStream("openapi.json.gz")))) {
			all = Trees.JSON.readTree(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		for (var entry : all.properties()) {
			JsonNode kinds = entry.getValue().path("x-kubernetes-group-version-kind");
			if (kinds.size() == 1) {
				names.put(key(kinds.get(0).path("group").asText(), kinds.get(0).path("version").asText(),
						kinds.get(0).path("kind").asText()), entry.getKey());
			}
		}
	}

	/** The shipped definitions. */
	public static Definitions shipped() {
		return Holder.ONE;
	}

	/** The definition's name of a kind. */
	public Optional<String> name(String group, String version, String kind) {
		return Optional.ofNullable(names.get(key(group, version, kind)));
	}

	/** A kind's schema: its own if it is a custom one. Missing if there is none. */
	public JsonNode schema(Kind kind) {
		return kind.custom()
				? kind.schema()
				: name(kind.group(), kind.version(), kind.kind()).map(all::path).orElse(MissingNode.getInstance());
	}

	public JsonNode definition(String name) {
		return all.path(name);
	}

	/** The schema that a schema refers to, or itself. */
	public JsonNode resolve(JsonNode schema) {
		JsonNode reference = schema.path("$ref");
		return reference.isTextual() ? all.path(named(reference.asText())) : schema;
	}

	/** The schema of a field; missing if it is not declared. */
	public JsonNode field(JsonNode schema, String field) {
		JsonNode object = resolve(schema);
		JsonNode property = object.path("properties").path(field);
		return property.isMissingNode() ? object.path("additionalProperties") : property;
	}

	static String named(String reference) {
		return reference.substring(reference.lastIndexOf('/') + 1);
	}

	private static String key(String group, String version, String kind) {
		return group + "/" + version + "/" + kind;
	}
}
