package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;

import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Brings the world closer to what an object says. Called by the simulation's thread only; may not block. */
@FunctionalInterface
interface Reconciler {

	/** Looks at an object; gives after what time it wants to look again even if nothing changes, or nothing. */
	@Nullable
	Duration reconcile(Key key, ObjectNode object);
}
