package org.fleetdesk.core.drafts;

import java.time.Instant;
import java.util.Objects;

/**
 * A text that somebody was typing.
 *
 * @param key of what it is a draft, the same after a restart
 * @param base what it began from, as its editor reads it, or empty
 * @param text the text
 * @param caret where the cursor was
 * @param savedMillis when it was kept, in milliseconds since 1970
 */
public record Draft(String key, String base, String text, int caret, long savedMillis) {
	public Draft {
		Objects.requireNonNull(key);
		Objects.requireNonNull(base);
		Objects.requireNonNull(text);
	}

	/** When it was kept. */
	public Instant saved() {
		return Instant.ofEpochMilli(savedMillis);
	}
}
