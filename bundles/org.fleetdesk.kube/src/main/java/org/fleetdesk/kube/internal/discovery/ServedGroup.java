package org.fleetdesk.kube.internal.discovery;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * An API group as discovery tells it.
 *
 * @param versions the preferred version first, then the others in the server's order
 */
record ServedGroup(String name, List<ServedVersion> versions) {

	/** One version of a group with its resources; none of them is marked preferred yet. */
	record ServedVersion(String version, List<ResourceType> resources) {
	}

	/** The types in order; of each resource the first version that serves it is the preferred one. */
	Stream<ResourceType> types() {
		Set<String> seen = new HashSet<>();
		return versions.stream().flatMap(v -> v.resources().stream()).map(t -> seen.add(t.plural()) ? preferred(t) : t)
				.toList().stream();
	}

	private static ResourceType preferred(ResourceType t) {
		return new ResourceType(t.group(), t.version(), t.plural(), t.singular(), t.kind(), t.namespaced(),
				t.shortNames(), t.categories(), t.verbs(), true);
	}
}
