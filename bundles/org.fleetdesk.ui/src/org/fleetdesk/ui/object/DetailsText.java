package org.fleetdesk.ui.object;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.details.Details;
import org.fleetdesk.core.details.Value;
import org.fleetdesk.kube.text.Age;
import org.fleetdesk.ui.object.RichText.Form;
import org.fleetdesk.ui.object.RichText.Spot;
import org.fleetdesk.ui.object.RichText.Style;

/** Lays out what an object's page shows: headings, values behind their names, tables in aligned columns. */
final class DetailsText {
	/** How long a value may be before it is cut, until somebody wants it whole. */
	static final int LONGEST_VALUE = 400;
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
	private static final int GAP = 3;
	private static final int LEAST_KEY = 20;
	private static final int LEAST_COLUMN = 8;
	private static final int MOST_COLUMNS = 5;

	/**
	 * The page on which it is laid out.
	 *
	 * @param width how wide it is
	 * @param measure how wide a text is
	 */
	record Sheet(int width, ToIntFunction<String> measure) {
		/** The width of so many digits. */
		int digits(int count) {
			return measure.applyAsInt("0".repeat(count));
		}
	}

	private final Sheet sheet;
	private final Instant now;
	private final ZoneId zone;
	private final Set<String> whole;
	private final RichText text = new RichText();

	private DetailsText(Sheet sheet, Instant now, ZoneId zone, Set<String> whole) {
		this.sheet = sheet;
		this.now = now;
		this.zone = zone;
		this.whole = whole;
	}

	/**
	 * The text of a page.
	 *
	 * @param whole the paths of long values that are shown whole
	 */
	static RichText of(Details details, Sheet sheet, Instant now, ZoneId zone, Set<String> whole) {
		DetailsText made = new DetailsText(sheet, now, zone, whole);
		for (Details.Section section : details.sections()) {
			if (!made.text.isEmpty()) {
				made.text.end(Form.PLAIN);
			}
			made.text.span(section.title(), Style.HEADING).end(new Form(List.of(), 0, true));
			switch (section) {
				case Details.Values values -> made.values(values.values());
				case Details.Table table -> made.table(table);
			}
		}
		return made.text;
	}

	private void values(List<Value> values) {
		int widest = values.stream().mapToInt(v -> sheet.measure().applyAsInt(v.name())).max().orElse(0);
		int most = Math.max(sheet.digits(LEAST_KEY), sheet.width() * 2 / 5);
		int stop = Math.clamp(widest + sheet.digits(GAP), sheet.digits(LEAST_KEY), most);
		Form form = new Form(List.of(stop), stop, false);
		for (Value value : values) {
			Spot spot = new Spot(value, List.of(value));
			text.span(ColumnWidths.cut(value.name(), stop - sheet.digits(1), sheet.measure()), Style.KEY, value.name(),
					Optional.empty(), Optional.of(spot)).plain("\t");
			String between = "";
			for (Value.Piece piece : value.pieces()) {
				text.plain(between);
				piece(piece, spot);
				between = ", ";
			}
			text.end(form);
		}
	}

	private void piece(Value.Piece piece, Spot spot) {
		String said = exact(piece, now);
		String path = spot.value().path() + spot.value().name();
		boolean cut = said.length() > LONGEST_VALUE && !whole.contains(path);
		text.span(line(cut ? said.substring(0, LONGEST_VALUE) + "\u2026" : said),
				piece.link().isPresent() ? Style.LINK : Style.PLAIN, said, piece.link(), Optional.of(spot));
		ageing(piece, then -> exact(piece, then));
		if (said.length() > LONGEST_VALUE) {
			text.plain("  ").span(
					cut ? NLS.bind(Messages.show_more, said.length() - LONGEST_VALUE) : Messages.show_less, Style.MORE,
					path, Optional.empty(), Optional.of(spot));
		}
	}

	/** A moment with its age, everything else as it is. */
	private String exact(Value.Piece piece, Instant asOf) {
		return piece.cell() instanceof Instant then
				? NLS.bind(Messages.ago, Age.text(then, asOf), TIME.format(then.atZone(zone)))
				: piece.text(asOf);
	}

	/** What was added last goes on with time if it is a moment. */
	private void ageing(Value.Piece piece, Function<Instant, String> words) {
		if (piece.cell() instanceof Instant) {
			text.ageing(words, asOf -> exact(piece, asOf));
		}
	}

	private static String line(String said) {
		return said.strip().replaceAll("\\s*[\n\t\r]\\s*", " ");
	}

	/** Whether a table is so wide that it is better read row by row. */
	private boolean wide(int[] wanted) {
		return wanted.length > MOST_COLUMNS && IntStream.of(wanted).sum() > sheet.width();
	}

	/** A row of a wide table: its first value as a heading, the others under each other. */
	private void cards(Details.Table table) {
		boolean first = true;
		for (List<Value> row : table.rows()) {
			if (!first) {
				text.end(Form.PLAIN);
			}
			first = false;
			Spot spot = new Spot(row.getFirst(), row);
			row.getFirst().pieces().forEach(piece -> {
				text.span(line(piece.text(now)), piece.link().isPresent() ? Style.LINK : Style.TITLE,
						exact(piece, now), piece.link(), Optional.of(spot));
				ageing(piece, piece::text);
			});
			text.end(Form.PLAIN);
			values(row.stream().skip(1).filter(value -> !value.isEmpty()).toList());
		}
	}

	private void table(Details.Table table) {
		int gap = sheet.digits(GAP);
		int[] wanted = new int[table.columns().size()];
		for (int i = 0; i < wanted.length; i++) {
			int column = i;
			wanted[i] = gap + Math.max(sheet.measure().applyAsInt(table.columns().get(i)),
					table.rows().stream().mapToInt(row -> sheet.measure().applyAsInt(line(row.get(column).text(now))))
							.max().orElse(0));
		}
		if (wide(wanted)) {
			cards(table);
			return;
		}
		int[] widths = ColumnWidths.fit(wanted, sheet.width(), sheet.digits(LEAST_COLUMN));
		List<Integer> stops = new ArrayList<>();
		int at = 0;
		for (int i = 0; i < widths.length - 1; i++) {
			at += widths[i];
			stops.add(at);
		}
		for (int i = 0; i < widths.length; i++) {
			text.plain(i == 0 ? "" : "\t").span(
					ColumnWidths.cut(table.columns().get(i), widths[i] - sheet.digits(1), sheet.measure()),
					Style.COLUMN);
		}
		text.end(new Form(stops, 0, true));
		for (List<Value> row : table.rows()) {
			for (int i = 0; i < widths.length; i++) {
				text.plain(i == 0 ? "" : "\t");
				cell(new Spot(row.get(i), row), widths[i] - sheet.digits(1));
			}
			text.end(new Form(stops, 0, false));
		}
	}

	private void cell(Spot spot, int width) {
		int left = width;
		String between = "";
		for (Value.Piece piece : spot.value().pieces()) {
			text.plain(between);
			left -= sheet.measure().applyAsInt(between);
			String shown = ColumnWidths.cut(line(piece.text(now)), Math.max(0, left), sheet.measure());
			text.span(shown, piece.link().isPresent() ? Style.LINK : Style.PLAIN, exact(piece, now), piece.link(),
					Optional.of(spot));
			ageing(piece, piece::text);
			left -= sheet.measure().applyAsInt(shown);
			between = ", ";
		}
	}
}
