package org.fleetdesk.kube.read;

import java.util.Objects;

/**
 * One column of a list as the server describes it.
 *
 * @param name its heading, such as "Ready"
 * @param type what its cells are: "string", "integer", "number", "boolean", "date"; of rows by plan also "cpu" (cores), "bytes",
 *            "deadline" and "schedule"
 * @param wide whether it is shown only when asked for (priority above 0)
 * @param description what it means, may be empty
 */
public record Column(String name, String type, boolean wide, String description) {
	public Column {
		Objects.requireNonNull(name);
		Objects.requireNonNull(type);
		Objects.requireNonNull(description);
	}
}
