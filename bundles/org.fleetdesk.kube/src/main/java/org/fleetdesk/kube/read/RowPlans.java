package org.fleetdesk.kube.read;

import java.util.Optional;

import org.fleetdesk.kube.discovery.ResourceType;

/** Knows how rows of some types are read. Safe for any thread; the same type gives the same plan. */
@FunctionalInterface
public interface RowPlans {

	/** Knows no type: all rows are the server's own. */
	RowPlans NONE = type -> Optional.empty();

	/** How rows of a type are read; empty for the server's own columns. */
	Optional<RowPlan> of(ResourceType type);
}
