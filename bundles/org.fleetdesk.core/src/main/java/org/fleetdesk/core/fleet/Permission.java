package org.fleetdesk.core.fleet;

import java.util.Objects;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Something one must be allowed to do.
 *
 * @param verb Kubernetes' verb: "patch"
 * @param kind of which objects
 * @param subresource of which of their subresources, or empty
 */
public record Permission(String verb, KindKey kind, String subresource) {
	public Permission {
		Objects.requireNonNull(verb);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(subresource);
	}

	/** A permission for objects of a type. */
	public static Permission of(String verb, ResourceType type, String subresource) {
		return new Permission(verb, KindKey.of(type), subresource);
	}
}
