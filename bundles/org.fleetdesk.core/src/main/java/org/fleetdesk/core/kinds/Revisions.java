package org.fleetdesk.core.kinds;

import java.util.Objects;

/**
 * How earlier versions of an object are kept: in objects that it owns. Immutable.
 *
 * @param kind the kind of those
 * @param number the path of a revision's number in them
 * @param template the path of what was kept
 * @param in the path of the object at which that stood
 */
public record Revisions(KindKey kind, String number, String template, String in) {
	public Revisions {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(number);
		Objects.requireNonNull(template);
		Objects.requireNonNull(in);
	}
}
