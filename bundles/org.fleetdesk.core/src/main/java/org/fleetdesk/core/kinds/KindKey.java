package org.fleetdesk.core.kinds;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * A kind of object whatever version a cluster serves it in: group and plural. The key by which lists over several
 * clusters, saved columns and the tree speak of kinds.
 *
 * @param group the API group, empty for the core group
 * @param plural the plural, as in URLs
 */
public record KindKey(String group, String plural) {
	public KindKey {
		Objects.requireNonNull(group);
		Objects.requireNonNull(plural);
	}

	/** The key of a type. */
	public static KindKey of(ResourceType type) {
		return new KindKey(type.group(), type.plural());
	}

	/** Whether its group is one of Kubernetes' own. */
	public boolean builtIn() {
		return !group.contains(".") || group.endsWith(".k8s.io");
	}

	/** The type in a cluster's catalogue, in the version the cluster prefers. */
	public Optional<ResourceType> in(Catalogue catalogue) {
		return catalogue.types().stream().filter(t -> t.group().equals(group) && t.plural().equals(plural))
				.min((a, b) -> Boolean.compare(b.preferred(), a.preferred()));
	}

	/** "deployments.apps", "pods"; read back by {@link #parse}. */
	@Override
	public String toString() {
		return group.isEmpty() ? plural : plural + "." + group;
	}

	/** What {@link #toString} wrote. */
	public static KindKey parse(String text) {
		int dot = text.indexOf('.');
		return dot < 0 ? new KindKey("", text) : new KindKey(text.substring(dot + 1), text.substring(0, dot));
	}
}
