package org.fleetdesk.core.journal;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes a journal for others to read: as a table for spreadsheets, or as JSON with the objects as they were and are. Its
 * words are the same in every language. Reads page by page, so that however much there is, little is in memory. Safe for any
 * thread; blocks its caller for the disk.
 */
public final class JournalExport {
	private static final int PAGE = 500;
	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
	private final JournalHistory history;
	private final Form form;

	/** How it is written. */
	public enum Form {
		/** As RFC 4180 has it, a heading first, without the objects. */
		CSV,
		/** An array with an object for each entry, one a line. */
		JSON;

		/** The form of a file's name; none for other names. */
		public static Optional<Form> of(String name) {
			return Arrays.stream(values())
					.filter(form -> name.toLowerCase(Locale.ROOT).endsWith("." + form.name().toLowerCase(Locale.ROOT)))
					.findFirst();
		}
	}

	/** A column of the table. */
	private record Column(String name, Function<Entry, String> text) {
	}

	private static final List<Column> COLUMNS = List.of(new Column("begun", entry -> entry.begun().toString()),
			new Column("ended", entry -> entry.ended().map(Instant::toString).orElse("")),
			new Column("outcome", JournalExport::outcome),
			new Column("operation", entry -> entry.subject().operation()),
			new Column("type", entry -> entry.subject().type()),
			new Column("namespace", entry -> entry.subject().namespace()),
			new Column("name", entry -> entry.subject().name()), new Column("cluster", entry -> entry.place().name()),
			new Column("identity", entry -> entry.place().identity()),
			new Column("account", entry -> entry.by().account()),
			new Column("program", entry -> entry.by().program()),
			new Column("ticket", entry -> entry.group().ticket()), new Column("group", entry -> entry.group().id()),
			new Column("message", Entry::message));

	/** What a history has, in a form. */
	public JournalExport(JournalHistory history, Form form) {
		this.history = history;
		this.form = form;
	}

	/** An entry as JSON, the same wherever one is written. */
	public static ObjectNode json(Entry entry) {
		ObjectNode object = NODES.objectNode();
		COLUMNS.stream().filter(column -> !column.name().equals("ended"))
				.forEach(column -> object.put(column.name(), column.text().apply(entry)));
		entry.ended().ifPresent(ended -> object.put("ended", ended.toString()));
		entry.before().ifPresent(before -> object.set("before", before));
		entry.after().ifPresent(after -> object.set("after", after));
		return object;
	}

	private static String outcome(Entry entry) {
		return entry.outcome().name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Writes the entries of a query, newest first.
	 *
	 * @param query its limit is of no account: all are written
	 * @param goOn told now and then how many more were written; whether to go on
	 * @return false if it was stopped
	 * @throws java.io.UncheckedIOException if the journal cannot be read
	 */
	public boolean write(JournalQuery query, Appendable to, IntPredicate goOn) throws IOException {
		to.append(form == Form.JSON ? "[" : row(COLUMNS.stream().map(Column::name).toList()));
		JournalQuery next = (form == Form.CSV ? query.withoutObjects() : query).atMost(PAGE);
		Set<String> written = new HashSet<>(); // of the moment at which the next page begins
		String between = "\n";
		while (true) {
			List<Entry> page = history.find(next);
			List<Entry> fresh = page.stream().filter(entry -> !written.contains(entry.id())).toList();
			for (Entry entry : fresh) {
				to.append(form == Form.JSON ? between + json(entry) : row(entry));
				between = ",\n";
			}
			if (!goOn.test(fresh.size())) {
				return false;
			}
			if (page.size() < next.limit()) {
				to.append(form == Form.JSON ? "\n]\n" : "");
				return true;
			}
			Instant last = page.getLast().begun();
			if (!page.getFirst().begun().equals(last)) {
				written.clear();
			}
			page.stream().filter(entry -> entry.begun().equals(last)).forEach(entry -> written.add(entry.id()));
			// more of one moment than a page holds need a longer page
			next = next.before(last.plusNanos(1)).atMost(PAGE + written.size());
		}
	}

	private static String row(Entry entry) {
		return row(COLUMNS.stream().map(column -> column.text().apply(entry)).toList());
	}

	private static String row(List<String> cells) {
		return cells.stream().map(JournalExport::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(String text) {
		boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
				&& text.equals(text.strip());
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}
}
