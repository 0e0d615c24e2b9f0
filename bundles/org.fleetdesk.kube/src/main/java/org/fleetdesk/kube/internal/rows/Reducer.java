package org.fleetdesk.kube.internal.rows;

import org.jspecify.annotations.Nullable;

/** Makes one cell of what its slots have taken of an object. For one thread. */
@FunctionalInterface
interface Reducer {

	/** The cell: a String, Long, Double, Boolean or null; shared where it repeats. */
	@Nullable
	Object cell();
}
