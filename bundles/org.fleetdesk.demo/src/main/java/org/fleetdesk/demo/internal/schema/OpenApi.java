package org.fleetdesk.demo.internal.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.kinds.Kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI documents: schemas as Kubernetes publishes them, paths with as much as kubectl looks at, which is the kind
 * behind each and the query parameters of changes.
 */
public final class OpenApi {

	private static final String V3 = "#/components/schemas/";
	private static final String V2 = "#/definitions/";
	private static final List<String> PARAMETERS = List.of("dryRun", "fieldManager", "fieldValidation");

	private final Kinds kinds;
	private final Definitions definitions = Definitions.shipped();
	private final String version;

	public OpenApi(Kinds kinds, String version) {
		this.kinds = kinds;
		this.version = version;
	}

	/** What documents there are. */
	public ObjectNode index() {
		ObjectNode index = Trees.object();
		ObjectNode paths = index.putObject("paths");
		kinds.groups().forEach((group, versions) -> versions.forEach(each -> {
			String path = root(group, each).substring(1);
			String hash = Integer.toHexString(kinds.of(group, each).hashCode());
			paths.putObject(path).put("serverRelativeURL", "/openapi/v3/" + path + "?hash=" + hash);
		}));
		return index;
	}

	/** The document of one group's version. */
	public ObjectNode v3(String group, String groupVersion) {
		ObjectNode document = Trees.object().put("openapi", "3.0.0");
		document.putObject("info").put("title", "Kubernetes (Fleetdesk demo)").put("version", version);
		List<Kind> served = kinds.of(group, groupVersion);
		paths(document.putObject("paths"), served, V3);
		schemas(document.putObject("components").putObject("schemas"), served, V3);
		return document;
	}

	/** The one document of old. */
	public ObjectNode v2() {
		ObjectNode document = Trees.object().put("swagger", "2.0");
		document.putObject("info").put("title", "Kubernetes (Fleetdesk demo)").put("version", version);
		paths(document.putObject("paths"), kinds.all(), V2);
		schemas(document.putObject("definitions"), kinds.all(), V2);
		return document;
	}

	private static String root(String group, String version) {
		return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
	}

	/** What is measured has no schema here. */
	private static List<Kind> published(List<Kind> served) {
		return served.stream().filter(kind -> !kind.measured()).toList();
	}

	private void paths(ObjectNode paths, List<Kind> served, String references) {
		for (Kind kind : published(served)) {
			String all = root(kind.group(), kind.version()) + (kind.namespaced() ? "/namespaces/{namespace}/" : "/")
					+ kind.plural();
			ObjectNode collection = paths.putObject(all);
			operation(collection, "post", "post", kind, references);
			if (!kind.review()) {
				operation(collection, "get", "list", kind, references);
				ObjectNode one = paths.putObject(all + "/{name}");
				operation(one, "get", "get", kind, references);
				operation(one, "put", "put", kind, references);
				operation(one, "patch", "patch", kind, references);
				operation(one, "delete", "delete", kind, references);
			}
		}
	}

	private void operation(ObjectNode path, String method, String action, Kind kind, String references) {
		ObjectNode operation = path.putObject(method).put("operationId",
				action + kind.group() + kind.version() + kind.kind());
		if (!method.equals("get")) {
			ArrayNode parameters = operation.putArray("parameters");
			for (String name : PARAMETERS) {
				ObjectNode parameter = parameters.addObject().put("name", name).put("in", "query");
				(references.equals(V3) ? parameter.putObject("schema") : parameter).put("type", "string");
			}
		}
		ObjectNode answer = operation.putObject("responses").putObject("200").put("description", "OK");
		if (references.equals(V3)) {
			answer.putObject("content").putObject("application/json").putObject("schema").put("$ref", V3 + name(kind));
		} else {
			answer.putObject("schema").put("$ref", V2 + name(kind));
		}
		operation.put("x-kubernetes-action", action);
		gvk(operation.putObject("x-kubernetes-group-version-kind"), kind);
	}

	private void schemas(ObjectNode schemas, List<Kind> served, String references) {
		Deque<String> wanted = new ArrayDeque<>();
		Set<String> seen = new HashSet<>();
		for (Kind kind : published(served)) {
			if (kind.custom()) {
				schemas.set(name(kind), custom(kind, references));
				wanted.add("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
			} else {
				wanted.add(name(kind));
				if (kind.subresources().containsKey("scale")) {
					wanted.add("io.k8s.api.autoscaling.v1.Scale");
				}
			}
		}
		while (!wanted.isEmpty()) {
			String name = wanted.pop();
			if (seen.add(name)) {
				schemas.set(name, copy(definitions.definition(name), references, wanted));
			}
		}
	}

	private static JsonNode custom(Kind kind, String references) {
		ObjectNode schema = kind.schema().deepCopy();
		ObjectNode properties = Trees.child(schema, "properties");
		properties.putObject("apiVersion").put("type", "string");
		properties.putObject("kind").put("type", "string");
		properties.putObject("metadata").put("$ref", references + "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");
		gvk(schema.putArray("x-kubernetes-group-version-kind").addObject(), kind);
		return schema;
	}

	private static JsonNode copy(JsonNode node, String references, Deque<String> wanted) {
		if (node.isArray()) {
			ArrayNode copy = Trees.array();
			node.forEach(element -> copy.add(copy(element, references, wanted)));
			return copy;
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode copy = Trees.object();
		for (Map.Entry<String, JsonNode> field : node.properties()) {
			if (field.getKey().equals("$ref") && field.getValue().isTextual()) {
				String name = Definitions.named(field.getValue().asText());
				wanted.add(name);
				copy.put("$ref", references + name);
			} else {
				copy.set(field.getKey(), copy(field.getValue(), references, wanted));
			}
		}
		return copy;
	}

	private static void gvk(ObjectNode target, Kind kind) {
		target.put("group", kind.group()).put("kind", kind.kind()).put("version", kind.version());
	}

	private String name(Kind kind) {
		return kind.custom()
				? String.join(".", reversed(kind.group())) + "." + kind.version() + "." + kind.kind()
				: definitions.name(kind.group(), kind.version(), kind.kind()).orElse(kind.kind());
	}

	private static List<String> reversed(String group) {
		return List.of(group.split("\\.")).reversed();
	}
}
