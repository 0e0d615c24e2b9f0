package org.fleetdesk.core.operation;

import java.util.Objects;

import org.fleetdesk.kube.ObjectKey;

/**
 * An object that goes when another is deleted.
 *
 * @param key which
 * @param kind its kind, as in objects
 * @param depth 1 for what the deleted object owns itself, 2 for what that owns, and so on
 */
public record Dependant(ObjectKey key, String kind, int depth) {
	public Dependant {
		Objects.requireNonNull(key);
		Objects.requireNonNull(kind);
	}
}
