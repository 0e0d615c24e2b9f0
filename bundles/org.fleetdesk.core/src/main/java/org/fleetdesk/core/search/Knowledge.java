package org.fleetdesk.core.search;

import java.time.Instant;
import java.util.Objects;

/**
 * How old what is known of something is.
 *
 * @param live whether every change shows at once
 * @param since since when it is live, or of when it is
 */
public record Knowledge(boolean live, Instant since) {
	public Knowledge {
		Objects.requireNonNull(since);
	}
}
