package org.fleetdesk.core.live;

import java.util.Map;
import java.util.Objects;

import org.fleetdesk.core.kinds.HealthRules;

/**
 * What lists add to the rows of a kind. Immutable.
 *
 * @param health how its objects do
 * @param bars columns that are drawn as a part of another: the name of the one, then of the whole
 * @param joins columns whose cells come from the list of another kind, by name
 */
record RowTraits(HealthRules health, Map<String, String> bars, Map<String, Join> joins) {
	/** Nothing. */
	static final RowTraits NONE = new RowTraits(HealthRules.NONE, Map.of(), Map.of());

	RowTraits {
		Objects.requireNonNull(health);
		bars = Map.copyOf(bars);
		joins = Map.copyOf(joins);
	}
}
