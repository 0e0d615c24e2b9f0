package org.fleetdesk.ui.object;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.kube.watch.Freshness.State;

/**
 * What is known of an object now. Immutable.
 *
 * @param object the object as it was last fetched
 * @param line how it stands in a list of its kind
 * @param part how true that is, once its cluster is known
 * @param problem why it could not be fetched, one sentence
 * @param deleted when it was seen to be gone; then the object is what it was last
 * @param cached of when the object is, while it is what was remembered of an earlier time
 */
public record ObjectState(Optional<JsonNode> object, Optional<Line> line, Optional<Part> part,
		Optional<String> problem, Optional<Instant> deleted, Optional<Instant> cached) {
	/** Nothing is known. */
	public static final ObjectState NOTHING = new ObjectState(Optional.empty(), Optional.empty(), Optional.empty(),
			Optional.empty(), Optional.empty(), Optional.empty());

	/** The object of an earlier time, unless there is a newer one. */
	ObjectState remembered(JsonNode older, Instant when) {
		return object.isPresent() || deleted.isPresent()
				? this
				: new ObjectState(Optional.of(older), line, part, problem, deleted, Optional.of(when));
	}

	ObjectState fetched(JsonNode newest) {
		return new ObjectState(Optional.of(newest), line, part, Optional.empty(), Optional.empty(),
				Optional.empty());
	}

	ObjectState failed(String sentence) {
		return new ObjectState(object, line, part, Optional.of(sentence), deleted, cached);
	}

	ObjectState gone(Instant when) {
		return new ObjectState(object, line, part, Optional.empty(), Optional.of(when), Optional.empty());
	}

	/** As a list has it now; where that has nothing, the line stays what it was. */
	ObjectState listed(Optional<Line> newer, Optional<Part> newest) {
		return new ObjectState(object, newer.or(() -> line), newest, problem, deleted, cached);
	}

	/** How it does; of an object that is gone nothing is said. */
	public Optional<Health> health() {
		return deleted.isPresent() ? Optional.empty() : line.flatMap(Line::health);
	}

	/** Whether the cluster does not say what it is now. */
	public boolean away() {
		return part.map(p -> p.freshness().state()).filter(s -> s == State.STALE || s == State.FAILED).isPresent();
	}
}
