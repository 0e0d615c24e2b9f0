package org.fleetdesk.core.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.object.Differences;

/**
 * An earlier version of an object, or the one it has now. Immutable.
 *
 * @param number its number: the greater the later
 * @param name the name of the object that keeps it
 * @param created when it came first
 * @param cause why, as somebody noted it; may be empty
 * @param images the images of its containers
 * @param current whether it is what the object wants now
 * @param kept what was kept, where it stands in the object
 */
public record Revision(long number, String name, Optional<Instant> created, String cause, List<String> images,
		boolean current, JsonNode kept) {
	public Revision {
		Objects.requireNonNull(name);
		Objects.requireNonNull(created);
		Objects.requireNonNull(cause);
		images = List.copyOf(images);
		Objects.requireNonNull(kept);
	}

	/** What leads from this revision to another. Takes milliseconds; not for the UI thread. */
	public Differences to(Revision later) {
		return Differences.of(kept, later.kept);
	}
}
