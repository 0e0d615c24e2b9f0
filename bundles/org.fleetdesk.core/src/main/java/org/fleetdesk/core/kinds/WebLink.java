package org.fleetdesk.core.kinds;

import java.util.Objects;

/**
 * A page in the browser that an object leads to. Immutable.
 *
 * @param title what it is called
 * @param url its address with paths of the object in braces, <code>https://{spec.rules[*].host}/</code>; there are as many pages
 *        as the one path with several values has, and none where a path has no value
 */
public record WebLink(String title, String url) {
	public WebLink {
		Objects.requireNonNull(title);
		Objects.requireNonNull(url);
	}
}
