package org.fleetdesk.core.kinds;

import java.util.List;
import java.util.Objects;

/**
 * What belongs together of kinds: a folder with a file {@code pack.yaml}, a file for each kind, and words of other languages.
 * Immutable.
 *
 * @param name its name, that of its folder
 * @param title what it is called
 * @param description what it is for, in a sentence
 * @param kinds the kinds it describes
 */
public record Pack(String name, String title, String description, List<KindKey> kinds) {
	/** The file in a pack's folder that says what it is. */
	public static final String FILE = "pack.yaml";

	public Pack {
		Objects.requireNonNull(name);
		Objects.requireNonNull(title);
		Objects.requireNonNull(description);
		kinds = List.copyOf(kinds);
	}
}
