package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.cli.print.CsvText;
import org.fleetdesk.cli.print.TableLayout;
import org.fleetdesk.cli.terminal.Output;

/**
 * Prints groups of rows in one of the forms that show columns or names. Headings stand above the first rows of a group and
 * are repeated when other columns follow, as in a watch of several clusters.
 */
final class TablePrinter {
	private final Output out;
	private final OutputForm form;
	private final TableStyle style;
	private final boolean headings;
	private TableLayout layout;
	private List<String> last = List.of();

	TablePrinter(Output out, OutputForm form, TableStyle style, boolean headings) {
		this.out = out;
		this.form = form;
		this.style = style;
		this.headings = headings;
		this.layout = new TableLayout(out);
	}

	/** Prints groups, with an empty line between those that have headings. */
	void print(List<TableGroup> groups) {
		for (TableGroup group : groups) {
			if (form == OutputForm.NAME) {
				group.lines().forEach(line -> out.line(name(group, line)));
				continue;
			}
			List<String[]> lines = new ArrayList<>();
			String[] heading = style.headings(group);
			List<String> signature = Stream.concat(Stream.of(group.type().toString()), Stream.of(heading)).toList();
			if (!signature.equals(last)) {
				begin(heading, lines);
				last = signature;
			}
			group.lines().forEach(line -> lines.add(style.cells(group, line)));
			put(lines);
		}
	}

	private void begin(String[] heading, List<String[]> lines) {
		layout = new TableLayout(out);
		if (headings) {
			out.text(out.anything() ? "\n" : "");
			lines.add(form == OutputForm.CSV
					? heading
					: Stream.of(heading).map(h -> h.toUpperCase(Locale.ROOT)).toArray(String[]::new));
		}
	}

	private void put(List<String[]> lines) {
		if (form == OutputForm.CSV) {
			new CsvText(out).print(lines);
			return;
		}
		lines.replaceAll(line -> Stream.of(line).map(Cells::line).toArray(String[]::new));
		layout.print(lines);
	}

	private String name(TableGroup group, TableGroup.Line line) {
		String name = TableStyle.qualified(group.type()) + "/" + Cells.line(line.row().name());
		return style.clusters() ? Cells.line(line.target().name()) + "\t" + name : name;
	}
}
