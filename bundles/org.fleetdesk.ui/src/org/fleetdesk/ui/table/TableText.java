package org.fleetdesk.ui.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListColumn;
import org.fleetdesk.core.live.ListContent;

/**
 * Lines of a list as text for other programs: what the table shows, in its order. Immutable, safe for any thread.
 *
 * @param content the list
 * @param columns the columns to write
 * @param now the moment of which ages are
 */
public record TableText(ListContent content, List<ListColumn> columns, Instant now) {
	public TableText {
		columns = List.copyOf(columns);
	}

	/** Follows the writing of many lines, on the thread that writes. */
	@FunctionalInterface
	public interface Progress {
		/** So many lines more are written; says whether to go on. */
		boolean written(int lines);
	}

	private static final int STEP = 500;

	/** With tabs, for a spreadsheet's paste: a heading and the lines; tabs and line breaks in cells become blanks. */
	public String tabbed(List<Line> lines) {
		StringBuilder text = new StringBuilder();
		write(lines, text, new Form("\t", "\n", cell -> cell.replaceAll("[\t\r\n]+", " ")), more -> true);
		return text.toString();
	}

	/** As RFC 4180 has it: commas, CR LF, quotes around cells that need them. Writes a heading and the lines. */
	public void csv(List<Line> lines, Appendable to) {
		csv(lines, to, more -> true);
	}

	/** The same, followed by someone who may stop it; false if that was done. */
	public boolean csv(List<Line> lines, Appendable to, Progress progress) {
		return write(lines, to, new Form(",", "\r\n", TableText::quoted), progress);
	}

	private record Form(String between, String end, UnaryOperator<String> cell) {
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
				&& cell.equals(cell.strip());
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	private boolean write(List<Line> lines, Appendable to, Form form, Progress progress) {
		try {
			to.append(
					columns.stream().map(c -> form.cell().apply(c.name())).collect(Collectors.joining(form.between())))
					.append(form.end());
			int[] indices = columns.stream().mapToInt(c -> content.columns().indexOf(c)).toArray();
			int written = 0;
			for (Line line : lines) {
				String separator = "";
				for (int index : indices) {
					to.append(separator).append(form.cell().apply(content.text(line, index, now)));
					separator = form.between();
				}
				to.append(form.end());
				if (++written % STEP == 0 && !progress.written(STEP)) {
					return false;
				}
			}
			return true;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
