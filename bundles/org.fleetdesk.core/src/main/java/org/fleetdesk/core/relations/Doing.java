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
final class Doing {
	private static final List<String> STATE = List.of("Status", "Phase", "State", "Ready"); // what says most first

	private record Place(Descriptor descriptor, List<Column> columns) {
	}

	private final Map<Place, HealthRun> runs = new HashMap<>();
	private final long now;

	Doing(long nowMillis) {
		this.now = nowMillis;
	}

	/** How an object does; empty for one of a kind that nobody described, or whom no rule fits. */
	Optional<Health> health(Optional<Descriptor> descriptor, Line line) {
		return descriptor.map(d -> runs
				.computeIfAbsent(new Place(d, line.columns()),
						place -> HealthRules.of(d.health()).on(place.columns(), now))
				.of(line.cluster().name(), line.store().scope().type(), line.row()));
	}

	/** What an object's columns say of its state, in the cluster's words; may be empty. */
	String state(Line line) {
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
