package org.fleetdesk.kube.discovery;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One resource in one version as a server serves it: "pods" of v1, "deployments" of apps/v1. Equal by group, version and
 * plural alone, so that the same kind of two servers is the same type.
 *
 * @param group the API group, empty for the core group
 * @param version the version, such as "v1"
 * @param plural the plural, as in URLs
 * @param singular the singular, may be empty
 * @param kind the kind, as in objects
 * @param namespaced whether its objects live in namespaces
 * @param shortNames short names, such as "po"
 * @param categories categories, such as "all"
 * @param verbs verbs the server supports, such as "list"
 * @param preferred whether this is the version its group prefers for this resource
 */
public record ResourceType(String group, String version, String plural, String singular, String kind,
		boolean namespaced,
		List<String> shortNames, List<String> categories, Set<String> verbs, boolean preferred) {

	public ResourceType {
		Objects.requireNonNull(group);
		Objects.requireNonNull(version);
		Objects.requireNonNull(plural);
		Objects.requireNonNull(singular);
		Objects.requireNonNull(kind);
		shortNames = List.copyOf(shortNames);
		categories = List.copyOf(categories);
		verbs = Set.copyOf(verbs);
	}

	/** "apps/v1", or "v1" for the core group: what stands in {@code apiVersion}. */
	public String apiVersion() {
		return group.isEmpty() ? version : group + "/" + version;
	}

	/** "deployments.apps", or "pods" for the core group: what kubectl prints. */
	public String qualifiedName() {
		return group.isEmpty() ? plural : plural + "." + group;
	}

	/** Path of the resource's API, without a leading namespace: "/api/v1" or "/apis/apps/v1". */
	public String apiPath() {
		return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
	}

	/** Whether the server lists and watches it. */
	public boolean watchable() {
		return verbs.contains("list") && verbs.contains("watch");
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ResourceType o && group.equals(o.group) && version.equals(o.version)
				&& plural.equals(o.plural);
	}

	@Override
	public int hashCode() {
		return Objects.hash(group, version, plural);
	}

	@Override
	public String toString() {
		return apiVersion() + " " + plural;
	}
}
