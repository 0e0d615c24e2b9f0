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

	/** With tabs, for a spreadsheet's paste: a heading and the lines; tabs and line breaks in cells become blanks. */
	public String tabbed(List<Line> lines) {
		StringBuilder text = new StringBuilder();
		write(lines, text, "\t", "\n", cell -> cell.replaceAll("[\t\r\n]+", " "));
		return text.toString();
	}

	/** As RFC 4180 has it: commas, CR LF, quotes around cells that need them. Writes a heading and the lines. */
	public void csv(List<Line> lines, Appendable to) {
		write(lines, to, ",", "\r\n", TableText::quoted);
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
				&& cell.equals(cell.strip());
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}

	private void write(List<Line> lines, Appendable to, String between, String end, UnaryOperator<String> form) {
		try {
			to.append(columns.stream().map(c -> form.apply(c.name())).collect(Collectors.joining(between))).append(end);
			int[] indices = columns.stream().mapToInt(c -> content.columns().indexOf(c)).toArray();
			for (Line line : lines) {
				String separator = "";
				for (int index : indices) {
					to.append(separator).append(form.apply(content.text(line, index, now)));
					separator = between;
				}
				to.append(end);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
