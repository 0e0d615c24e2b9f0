package org.fleetdesk.cli.print;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.cli.terminal.Output;

/** Lines of comma-separated values as RFC 4180 has them, ended by a line feed; cells as they are. */
public final class CsvText {
	private final Output out;

	/** A writer. */
	public CsvText(Output out) {
		this.out = out;
	}

	/** Prints lines. */
	public void print(List<String[]> lines) {
		lines.forEach(line -> out.line(Stream.of(line).map(CsvText::quoted).collect(Collectors.joining(","))));
	}

	private static String quoted(String cell) {
		boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
	}
}
