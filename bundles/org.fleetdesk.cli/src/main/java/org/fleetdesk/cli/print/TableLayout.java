package org.fleetdesk.cli.print;

import java.util.Arrays;
import java.util.List;

import org.fleetdesk.cli.terminal.Output;

/**
 * Lays lines of cells out as kubectl does: a column is as wide as its widest cell and three spaces, at least six; the last
 * one is not filled up. Widths are remembered from one call to the next, so that a watch stays aligned.
 */
public final class TableLayout {
	private static final int PADDING = 3;
	private static final int SMALLEST = 6;
	private final Output out;
	private int[] widths = {};

	/** A layout that has seen nothing yet. */
	public TableLayout(Output out) {
		this.out = out;
	}

	/** Prints lines, each with the same number of cells, all of them harmless single lines. */
	public void print(List<String[]> lines) {
		lines.forEach(this::widen);
		StringBuilder text = new StringBuilder();
		for (String[] line : lines) {
			text.setLength(0);
			for (int i = 0; i < line.length; i++) {
				text.append(line[i]);
				if (i < line.length - 1) {
					text.repeat(' ', widths[i] - width(line[i]));
				}
			}
			out.line(text);
		}
	}

	private void widen(String[] line) {
		if (line.length > widths.length) {
			int known = widths.length;
			widths = Arrays.copyOf(widths, line.length);
			Arrays.fill(widths, known, line.length, SMALLEST);
		}
		for (int i = 0; i < line.length - 1; i++) {
			widths[i] = Math.max(widths[i], width(line[i]) + PADDING);
		}
	}

	private static int width(String cell) {
		return cell.codePointCount(0, cell.length());
	}
}
