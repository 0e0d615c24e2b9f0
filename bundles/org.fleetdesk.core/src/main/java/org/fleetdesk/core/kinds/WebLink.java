package org.fleetdesk.core.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page in the browser that an object leads to. Immutable.
 *
 * @param title what it is called
 * @param url its address with paths of the object in braces, <code>https://{spec.rules[*].host}/</code>; there are as many pages
 *        as the one path with several values has, and none where a path has no value
 */
public record WebLink(String title, String url) {
	/**
	 * A part of an address.
	 *
	 * @param path whether it is a path, whose value stands there; else it is what it says
	 */
	public record Part(String text, boolean path) {
		public Part {
			Objects.requireNonNull(text);
		}
	}

	public WebLink {
		Objects.requireNonNull(title);
		Objects.requireNonNull(url);
	}

	/**
	 * The parts of an address, in order; empty if its braces do not close. A path may have braces of its own:
	 * <code>{spec.paths.{a,b}}</code>.
	 */
	public static Optional<List<Part>> parts(String url) {
		List<Part> parts = new ArrayList<>();
		int open = 0;
		int from = 0;
		for (int i = 0; i < url.length() && open >= 0; i++) {
			if (url.charAt(i) == '{' && open++ == 0) {
				parts.add(new Part(url.substring(from, i), false));
				from = i + 1;
			} else if (url.charAt(i) == '}' && --open == 0) {
				parts.add(new Part(url.substring(from, i), true));
				from = i + 1;
			}
		}
		parts.add(new Part(url.substring(from), false));
		parts.removeIf(part -> !part.path() && part.text().isEmpty());
		return open == 0 ? Optional.of(List.copyOf(parts)) : Optional.empty();
	}
}
