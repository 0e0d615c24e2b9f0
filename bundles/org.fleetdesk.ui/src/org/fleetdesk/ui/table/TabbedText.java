package org.fleetdesk.ui.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.ui.support.Clips;

/** Rows of cells as text for other programs, such as a spreadsheet: a line for each row, cells apart by tabs. */
public final class TabbedText {
	private static final Pattern BREAKS = Pattern.compile("[\t\r\n]+");
	private static final String BETWEEN = "\t";

	private TabbedText() {
	}

	/** A row; tabs and line breaks within its cells become blanks. For any thread. */
	public static String line(Stream<String> cells) {
		return cells.map(cell -> BREAKS.matcher(cell).replaceAll(" ")).collect(Collectors.joining(BETWEEN));
	}

	/** Copies rows below their headings; the clipboard stays as it is if there are no rows. On the UI thread. */
	public static void copy(List<String> headings, List<List<String>> rows) {
		if (!rows.isEmpty()) {
			Clips.copy(Stream.concat(Stream.of(headings), rows.stream()).map(row -> line(row.stream()))
					.collect(Collectors.joining("\n")));
		}
	}
}
