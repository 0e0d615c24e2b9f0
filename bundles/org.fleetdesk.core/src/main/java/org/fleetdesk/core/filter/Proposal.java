package org.fleetdesk.core.filter;

import java.util.Objects;

/**
 * How a filter's text may go on.
 *
 * @param from where the part of the text begins that is replaced
 * @param to where it ends
 * @param text what replaces it
 * @param label what is shown
 * @param detail what it means; may be empty
 * @param lines how many lines have the value; 0 where that is not known or no value is proposed
 */
public record Proposal(int from, int to, String text, String label, String detail, int lines) {
	public Proposal {
		Objects.requireNonNull(text);
		Objects.requireNonNull(label);
		Objects.requireNonNull(detail);
	}

	/** The text as it is with the proposal taken. */
	public String in(String whole) {
		return whole.substring(0, from) + text + whole.substring(to);
	}
}
