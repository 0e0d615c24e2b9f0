package org.fleetdesk.core.relations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.filter.FilterRun;
import org.fleetdesk.core.filter.Heading;
import org.fleetdesk.core.filter.Subject;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.kinds.HealthRule;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;

import org.jspecify.annotations.Nullable;

/** How objects do, by the rules of their kinds and by what their columns say. For one thread and one moment. */
final class Doing {
	private static final List<String> STATE = List.of("Status", "Phase", "State", "Ready"); // what says most first

	/** A rule made ready for a kind's columns. */
	private record Run(Health is, FilterRun when) {
	}

	private record Place(Descriptor descriptor, List<Column> columns) {
	}

	private final Map<Place, List<Run>> runs = new HashMap<>();
	private final long now;

	Doing(long nowMillis) {
		this.now = nowMillis;
	}

	/** How an object does; empty for one of a kind without rules, or whom none fits. */
	Optional<Health> health(Optional<Descriptor> descriptor, Line line) {
		if (descriptor.isEmpty() || descriptor.get().health().isEmpty()) {
			return Optional.empty();
		}
		Subject subject = new OneLine(line);
		return runs.computeIfAbsent(new Place(descriptor.get(), line.columns()), this::runs).stream()
				.filter(run -> run.when().matches(subject)).map(Run::is).findFirst();
	}

	private List<Run> runs(Place place) {
		List<Run> all = new ArrayList<>();
		for (HealthRule rule : place.descriptor().health()) {
			all.add(new Run(rule.is(), rule.when().on(Heading.of(place.columns()), now)));
		}
		return all;
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

	private record OneLine(Line line) implements Subject {
		@Override
		public String cluster() {
			return line.cluster().name();
		}

		@Override
		public ResourceType type() {
			return line.store().scope().type();
		}

		@Override
		public Row row() {
			return line.row();
		}

		@Override
		public @Nullable Object cell(int heading) {
			return line.row().cell(heading);
		}
	}
}
