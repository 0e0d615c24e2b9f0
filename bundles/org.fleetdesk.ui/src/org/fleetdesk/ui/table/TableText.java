package org.fleetdesk.ui.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;

/** Lines of a list as text for other programs: what the table shows, in its order. Immutable, safe for any thread. */
public final class TableText {

	/** Follows the writing of many lines, on the thread that writes. */
	@FunctionalInterface
	public interface Progress {
		/** So many lines more are written; says whether to go on. */
		boolean written(int lines);
	}

	private static final int STEP = 500;
	private static final String CSV_END = "\r\n";

	private final ListContent content;
	private final List<ListColumn> columns;
	private final int[] indices; // of the columns in the content
	private final Instant now;

	/**
	 * The text of a list.
	 *
	 * @param columns those to write
	 * @param now the moment of which ages are
	 */
	public TableText(ListContent content, List<ListColumn> columns, Instant now) {
		this.content = content;
		this.columns = List.copyOf(columns);
		this.indices = columns.stream().mapToInt(content.columns()::indexOf).toArray();
		this.now = now;
	}

	/** The headings with tabs between them, for a spreadsheet's paste. */
	public String tabbed() {
		return TabbedText.line(columns.stream().map(ListColumn::name));
	}

	/** A line with tabs between its cells; tabs and line breaks within them become blanks. */
	public String tabbed(Line line) {
		return TabbedText.line(cells(line));
	}

	/** As RFC 4180 has it: commas, CR LF, quotes around cells that need them. Writes a heading and the lines. */
	public void csv(List<Line> lines, Appendable to) {
		csv(lines, to, more -> true);
	}

	/** The same, followed by someone who may stop it; false if that was done. */
	public boolean csv(List<Line> lines, Appendable to, Progress progress) {
		try {
			to.append(csv(columns.stream().map(ListColumn::name))).append(CSV_END);
			int written = 0;
			for (Line line : lines) {
				to.append(csv(cells(line))).append(CSV_END);
				if (++written % STEP == 0 && !progress.written(STEP)) {
					return false;
				}
			}
			return true;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private Stream<String> cells(Line line) {
		return Arrays.stream(indices).mapToObj(index -> content.text(line, index, now));
	}

	private static String csv(Stream<String> cells) {
		return cells.map(TableText::quoted).collect(Collectors.joining(","));
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
				&& cell.equals(cell.strip());
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}
}
