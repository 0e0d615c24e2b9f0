package org.fleetdesk.ui.yaml;

import java.util.Objects;

/**
 * Something said of a place in a text.
 *
 * @param line the line, from 1
 * @param column the column in it, from 1; 0 for the whole line
 * @param problem whether the text is wrong there, else it is a remark
 * @param message one sentence
 */
public record TextMark(int line, int column, boolean problem, String message) {
	public TextMark {
		Objects.requireNonNull(message);
	}
}
