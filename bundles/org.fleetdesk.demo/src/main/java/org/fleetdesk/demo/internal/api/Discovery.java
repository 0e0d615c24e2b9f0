package org.fleetdesk.demo.internal.api;

import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.kinds.Kind;
import org.fleetdesk.demo.internal.kinds.Kinds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The documents that say what is served: the old ones, group by group, and the aggregated ones. Safe for any thread. */
final class Discovery {

	static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

	private final Kinds kinds;

	Discovery(Kinds kinds) {
		this.kinds = kinds;
	}

	static boolean aggregated(String accept) {
		return java.util.Arrays.stream(accept.replace(" ", "").split(","))
				.anyMatch(type -> type.contains("as=APIGroupDiscoveryList")
						&& java.util.List.of(type.split(";")).contains("v=v2"));
	}

	/** All groups, or the core group, in one document. */
	ObjectNode aggregated(boolean core) {
		ObjectNode document = Trees.object().put("kind", "APIGroupDiscoveryList").put("apiVersion",
				"apidiscovery.k8s.io/v2");
		document.putObject("metadata");
		ArrayNode items = document.putArray("items");
		kinds.groups().forEach((group, versions) -> {
			if (group.isEmpty() == core) {
				ObjectNode item = items.addObject();
				ObjectNode metadata = item.putObject("metadata");
				if (!core) {
					metadata.put("name", group);
				}
				ArrayNode list = item.putArray("versions");
				for (String version : versions) {
					ObjectNode entry = list.addObject().put("version", version);
					ArrayNode resources = entry.putArray("resources");
					kinds.of(group, version).forEach(kind -> aggregated(resources.addObject(), kind));
					entry.put("freshness", "Current");
				}
			}
		});
		return document;
	}

	private static void aggregated(ObjectNode resource, Kind kind) {
		resource.put("resource", kind.plural());
		responseKind(resource, kind.custom() ? kind.group() : "", kind.custom() ? kind.version() : "", kind.kind());
		resource.put("scope", kind.namespaced() ? "Namespaced" : "Cluster").put("singularResource", kind.singular());
		texts(resource, "verbs", kind.verbs());
		texts(resource, "shortNames", kind.shortNames());
		texts(resource, "categories", kind.categories());
		if (!kind.subresources().isEmpty()) {
			ArrayNode subresources = resource.putArray("subresources");
			kind.subresources().forEach((name, answer) -> {
				ObjectNode entry = subresources.addObject().put("subresource", name);
				responseKind(entry, group(answer, ""), version(answer, ""), answer);
				texts(entry, "verbs", verbs(name));
			});
		}
	}

	private static void responseKind(ObjectNode target, String group, String version, String kind) {
		target.putObject("responseKind").put("group", group).put("version", version).put("kind", kind);
	}

	private static List<String> verbs(String subresource) {
		return switch (subresource) {
			case "log" -> List.of("get");
			case "eviction", "binding", "token" -> List.of("create");
			case "finalize" -> List.of("update");
			default -> List.of("get", "patch", "update");
		};
	}

	private static String group(String kind, String otherwise) {
		return switch (kind) {
			case "Scale" -> "autoscaling";
			case "Eviction" -> "policy";
			case "TokenRequest" -> "authentication.k8s.io";
			default -> otherwise;
		};
	}

	private static String version(String kind, String otherwise) {
		return group(kind, "").isEmpty() ? otherwise : "v1";
	}

	ObjectNode versions() {
		ObjectNode document = Trees.object().put("kind", "APIVersions");
		document.putArray("versions").add("v1");
		document.putArray("serverAddressByClientCIDRs");
		return document;
	}

	ObjectNode groups() {
		ObjectNode document = Trees.object().put("kind", "APIGroupList").put("apiVersion", "v1");
		ArrayNode groups = document.putArray("groups");
		kinds.groups().forEach((group, versions) -> {
			if (!group.isEmpty()) {
				group(groups.addObject(), group, versions);
			}
		});
		return document;
	}

	ObjectNode group(String group) {
		List<String> versions = kinds.groups().get(group);
		if (versions == null) {
			throw ApiException.of(404, "NotFound", "the server could not find the requested resource");
		}
		ObjectNode document = Trees.object().put("kind", "APIGroup").put("apiVersion", "v1");
		group(document, group, versions);
		return document;
	}

	private static void group(ObjectNode target, String group, List<String> versions) {
		target.put("name", group);
		ArrayNode list = target.putArray("versions");
		versions.forEach(
				version -> list.addObject().put("groupVersion", group + "/" + version).put("version", version));
		target.putObject("preferredVersion").put("groupVersion", group + "/" + versions.get(0)).put("version",
				versions.get(0));
	}

	ObjectNode resources(String group, String version) {
		List<Kind> served = kinds.of(group, version);
		if (served.isEmpty()) {
			throw ApiException.of(404, "NotFound", "the server could not find the requested resource");
		}
		ObjectNode document = Trees.object().put("kind", "APIResourceList").put("apiVersion", "v1").put("groupVersion",
				group.isEmpty() ? version : group + "/" + version);
		ArrayNode resources = document.putArray("resources");
		for (Kind kind : served) {
			ObjectNode entry = resources.addObject().put("name", kind.plural()).put("singularName", kind.singular())
					.put("namespaced", kind.namespaced()).put("kind", kind.kind());
			texts(entry, "verbs", kind.verbs());
			texts(entry, "shortNames", kind.shortNames());
			texts(entry, "categories", kind.categories());
			kind.subresources().forEach((name, answer) -> {
				ObjectNode subresource = resources.addObject().put("name", kind.plural() + "/" + name)
						.put("singularName", "").put("namespaced", kind.namespaced());
				if (!group(answer, "").isEmpty()) {
					subresource.put("group", group(answer, "")).put("version", "v1");
				}
				texts(subresource.put("kind", answer), "verbs", verbs(name));
			});
		}
		return document;
	}

	private static void texts(ObjectNode target, String name, List<String> texts) {
		if (!texts.isEmpty()) {
			ArrayNode array = target.putArray(name);
			texts.forEach(array::add);
		}
	}
}
