package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Objects;

/**
 * An operation of given steps.
 *
 * @param name its word
 * @param steps what is done
 */
public record Steps(String name, List<Step> steps) implements Operation {
	public Steps {
		Objects.requireNonNull(name);
		steps = List.copyOf(steps);
	}
}
