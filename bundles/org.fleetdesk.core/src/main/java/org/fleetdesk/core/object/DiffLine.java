package org.fleetdesk.core.object;

/**
 * A line of two texts shown as one.
 *
 * @param kind which text it stands in
 * @param oldLine its number in the text before, from 1; 0 if it is not there
 * @param newLine its number in the text after, from 1; 0 if it is not there
 * @param text the line without its end; of a gap empty
 */
public record DiffLine(Kind kind, int oldLine, int newLine, String text) {
	/** Which text a line stands in. */
	public enum Kind {
		/** In both. */
		CONTEXT,
		/** Only in the text after. */
		ADDED,
		/** Only in the text before. */
		REMOVED,
		/** Stands for equal lines that are left out; its numbers are those of the first of them. */
		GAP
	}
}
