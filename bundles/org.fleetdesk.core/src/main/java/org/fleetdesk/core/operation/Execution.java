package org.fleetdesk.core.operation;

import java.util.Objects;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Confirmation;

/**
 * With what a step is done.
 *
 * @param confirmation what has been typed for production clusters
 * @param says takes sentences on what the step waits for; called on the step's thread
 * @param time to wait by
 */
public record Execution(Confirmation confirmation, Consumer<String> says, Background time) {
	public Execution {
		Objects.requireNonNull(confirmation);
		Objects.requireNonNull(says);
		Objects.requireNonNull(time);
	}
}
