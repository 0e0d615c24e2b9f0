package org.fleetdesk.core.relations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRules;
import org.fleetdesk.core.kinds.HealthRun;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.kube.read.Column;

/** How objects do, by the rules of their kinds and by what their columns say. For one thread and one moment. */
final class NodeHealth {
	private static final List<String> STATE = List.of("Status", "Phase", "State", "Ready"); // what says most first

	private record Place(Descriptor descriptor, List<Column> columns) {
	}

	private final Map<Place, HealthRun> runs = new HashMap<>();
	private final long now;

	NodeHealth(long nowMillis) {
		this.now = nowMillis;
	}

	/** How an object does; empty for one of a kind that nobody described, or whom no rule fits. */
	Optional<Health> of(Optional<Descriptor> descriptor, Line line) {
		return descriptor.map(d -> runs
				.computeIfAbsent(new Place(d, line.columns()),
						place -> HealthRules.of(d.health()).on(place.columns(), now))
				.of(line.cluster().name(), line.store().scope().type(), line.row()));
	}

	/**
	 * When, in milliseconds since 1970, an object that was looked at may do otherwise because it is older then; {@link
	 * Long#MAX_VALUE} if time changes nothing.
	 */
	long nextChange() {
		return runs.values().stream().mapToLong(HealthRun::nextChange).min().orElse(Long.MAX_VALUE);
	}

	/** What an object's columns say of its state, in the cluster's words; may be empty. */
	static String state(Line line) {
		for (String heading : STATE) {
			for (int i = 0; i < line.columns().size(); i++) {
				if (line.columns().get(i).name().equals(heading) && line.row().cell(i) instanceof String text) {
					return text;
				}
			}
		}
		return "";
	}
}
