package org.fleetdesk.kube.read;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What stands around the rows of a list answer.
 *
 * @param resourceVersion where a watch may start
 * @param next the token of the next page, if there is one
 * @param remaining how many objects follow on later pages, where the server says so
 */
public record Page(String resourceVersion, Optional<String> next, OptionalLong remaining) {
	public Page {
		Objects.requireNonNull(resourceVersion);
		Objects.requireNonNull(next);
		Objects.requireNonNull(remaining);
	}
}
