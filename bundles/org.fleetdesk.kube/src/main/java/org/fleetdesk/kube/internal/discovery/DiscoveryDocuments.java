package org.fleetdesk.kube.internal.discovery;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.Finding.Severity;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.internal.discovery.ServedGroup.ServedVersion;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the documents of discovery. Whatever lacks a name or a kind is left out. */
final class DiscoveryDocuments {

	private DiscoveryDocuments() {
	}

	/** A group and its versions by the old way; the preferred version first. */
	record GroupVersions(String group, List<String> versions) {
	}

	static boolean aggregated(JsonNode root) {
		return root.path("kind").asText().equals("APIGroupDiscoveryList");
	}

	/** The groups of an APIGroupDiscoveryList (v2 or v2beta1). */
	static List<ServedGroup> groups(JsonNode root, List<Finding> findings) {
		List<ServedGroup> groups = new ArrayList<>();
		for (JsonNode item : root.path("items")) {
			String group = item.path("metadata").path("name").asText();
			List<ServedVersion> versions = new ArrayList<>();
			for (JsonNode version : item.path("versions")) {
				String name = version.path("version").asText();
				if (version.path("freshness").asText().equals("Stale")) {
					findings.add(stale(group, name));
				}
				versions.add(new ServedVersion(name,
						stream(version.path("resources")).filter(r -> named(r, "resource", r.path("responseKind")))
								.map(r -> aggregatedResource(group, name, r)).toList()));
			}
			groups.add(new ServedGroup(group, versions));
		}
		return groups;
	}

	/** What APIVersions (of /api) or APIGroupList (of /apis) names. */
	static List<GroupVersions> names(JsonNode root) {
		if (root.has("versions")) {
			return List.of(new GroupVersions("", texts(root.path("versions"))));
		}
		List<GroupVersions> groups = new ArrayList<>();
		for (JsonNode group : root.path("groups")) {
			String preferred = group.path("preferredVersion").path("version").asText();
			groups.add(new GroupVersions(group.path("name").asText(),
					stream(group.path("versions")).map(v -> v.path("version").asText())
							.sorted(Comparator.comparing(v -> !v.equals(preferred))).toList()));
		}
		return groups;
	}

	/** The resources of an APIResourceList. */
	static List<ResourceType> resources(String group, String version, JsonNode list) {
		return stream(list.path("resources")).filter(r -> named(r, "name", r))
				.map(r -> new ResourceType(group, version, r.path("name").asText(), r.path("singularName").asText(),
						r.path("kind").asText(), r.path("namespaced").asBoolean(), texts(r.path("shortNames")),
						texts(r.path("categories")), Set.copyOf(texts(r.path("verbs"))), false))
				.toList();
	}

	private static boolean named(JsonNode resource, String nameField, JsonNode kindHolder) {
		String name = resource.path(nameField).asText();
		return !name.isEmpty() && !name.contains("/") && !kindHolder.path("kind").asText().isEmpty();
	}

	private static ResourceType aggregatedResource(String group, String version, JsonNode r) {
		return new ResourceType(group, version, r.path("resource").asText(), r.path("singularResource").asText(),
				r.path("responseKind").path("kind").asText(), r.path("scope").asText().equals("Namespaced"),
				texts(r.path("shortNames")), texts(r.path("categories")), Set.copyOf(texts(r.path("verbs"))), false);
	}

	private static Finding stale(String group, String version) {
		return new Finding(Severity.WARNING, group + "/" + version,
				text("discovery.stale"),
				text("discovery.stale.remedy", version + "." + group));
	}

	private static List<String> texts(JsonNode array) {
		return stream(array).map(JsonNode::asText).distinct().toList();
	}

	private static Stream<JsonNode> stream(JsonNode array) {
		return StreamSupport.stream(array.spliterator(), false);
	}
}
