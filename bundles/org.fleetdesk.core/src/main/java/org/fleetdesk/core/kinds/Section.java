package org.fleetdesk.core.kinds;

import java.util.List;
import java.util.Objects;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * A group of kinds that a tree shows together.
 *
 * @param id "workloads", "network", … for those of {@code sections.yaml}; "custom" for the rest, by API group
 * @param group the API group of a custom section, else empty
 * @param types the kinds, in the order to show them
 */
public record Section(String id, String group, List<ResourceType> types) {
	/** The id of sections that stand for an API group of their own. */
	public static final String CUSTOM = "custom";

	public Section {
		Objects.requireNonNull(id);
		Objects.requireNonNull(group);
		types = List.copyOf(types);
	}
}
