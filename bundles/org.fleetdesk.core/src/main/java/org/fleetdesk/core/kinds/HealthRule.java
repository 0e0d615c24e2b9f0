package org.fleetdesk.core.kinds;

import java.util.Objects;

import org.fleetdesk.core.filter.Filter;

/**
 * When an object of a kind does how. Of a kind's rules the first that fits counts. Immutable.
 *
 * @param is how it does
 * @param when what its row looks like then: the filter language over the kind's columns, hidden ones too
 */
public record HealthRule(Health is, Filter when) {
	public HealthRule {
		Objects.requireNonNull(is);
		Objects.requireNonNull(when);
	}
}
