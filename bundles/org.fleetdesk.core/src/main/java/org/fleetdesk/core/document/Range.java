package org.fleetdesk.core.document;

/**
 * A stretch of a text.
 *
 * @param offset where it begins, in Java's characters from the start of the text
 * @param length how many characters it has
 * @param line the line it begins in, from 1; lines end with LF, CRLF or CR
 * @param column the place in that line, in characters from 1
 */
public record Range(int offset, int length, int line, int column) {
	/** Where it ends, exclusive. */
	public int end() {
		return offset + length;
	}
}
