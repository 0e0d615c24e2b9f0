package org.fleetdesk.core.kinds;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;

/** Finds the type that an object means when it names a kind. Stateless. */
public final class NamedTypes {
	private NamedTypes() {
	}

	/**
	 * The type of a kind as objects have it.
	 *
	 * @param group its API group, if it is said; else Kubernetes' own kind goes before others
	 */
	public static Optional<ResourceType> of(Catalogue catalogue, String kind, Optional<String> group) {
		return best(catalogue, type -> type.kind().equals(kind) && group.filter(g -> !g.equals(type.group())).isEmpty(),
				group.orElse(""));
	}

	/** Of several types the one of a group, else of the core group, in the version that the cluster prefers. */
	public static Optional<ResourceType> best(Catalogue catalogue, Predicate<ResourceType> wanted, String group) {
		return catalogue.types().stream().filter(wanted)
				.min(Comparator.comparing((ResourceType type) -> !type.group().equals(group))
						.thenComparing(type -> !type.group().isEmpty()).thenComparing(type -> !type.preferred()));
	}
}
