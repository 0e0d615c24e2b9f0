package org.fleetdesk.cli.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.cli.print.CsvText;
import org.fleetdesk.cli.print.JsonText;
import org.fleetdesk.cli.print.TableLayout;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalQuery;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code journal}: the newest changes made from this workstation, newest first, what was asked for at once as one; contacts no
 * cluster.
 */
@Command(name = "journal", resourceBundle = Texts.BUNDLE)
public final class JournalCommand implements Callable<Integer> {
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
	private static final int NEWEST = 20;
	private static final int PAGE = 500;
	private static final int MANY = 1_000_000;
	/** What is told of an entry, in CSV and JSON alike. */
	private static final Map<String, Function<Entry, String>> CELLS = new LinkedHashMap<>();
	static {
		CELLS.put("id", Entry::id);
		CELLS.put("begun", entry -> entry.begun().toString());
		CELLS.put("ended", entry -> entry.ended().map(Instant::toString).orElse(""));
		CELLS.put("outcome", entry -> Asked.word(entry.outcome()));
		CELLS.put("operation", entry -> entry.subject().operation());
		CELLS.put("type", entry -> entry.subject().type());
		CELLS.put("namespace", entry -> entry.subject().namespace());
		CELLS.put("name", entry -> entry.subject().name());
		CELLS.put("cluster", entry -> entry.place().name());
		CELLS.put("identity", entry -> entry.place().identity());
		CELLS.put("account", entry -> entry.by().account());
		CELLS.put("program", entry -> entry.by().program());
		CELLS.put("ticket", entry -> entry.group().ticket());
		CELLS.put("group", entry -> entry.group().id());
		CELLS.put("message", Entry::message);
	}
	private final Assembly assembly;

	@Mixin
	JournalFilter filter = new JournalFilter();

	@Option(names = {"-n", "--newest"}, paramLabel = "COUNT")
	@Nullable
	Integer newest;

	@Option(names = "--parts", descriptionKey = "journal.parts")
	boolean parts;

	@Option(names = {"-o", "--output"}, paramLabel = "FORM", descriptionKey = "journal.output")
	String output = "";

	@Option(names = {"-h", "--help"}, usageHelp = true)
	boolean help;

	/** The command of a program. */
	public JournalCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() {
		if (!List.of("", "csv", "json").contains(output)) {
			throw Failure.of("output.unknown", output, "csv,json");
		}
		if (newest != null && newest < 1) {
			throw Failure.of("journal.count");
		}
		parts |= output.equals("csv");
		filter.check();
		int count = newest != null ? newest : filter.timed() ? MANY : NEWEST;
		List<Asked> found = found(count);
		if (output.equals("json")) {
			ArrayNode all = JsonNodeFactory.instance.arrayNode();
			found.forEach(asked -> all.add(json(asked)));
			new JsonText(assembly.terminal().out()).value(all, 0);
			assembly.terminal().out().text("\n");
		} else if (output.equals("csv")) {
			csv(found);
		} else if (!found.isEmpty()) {
			table(found);
		} else {
			assembly.terminal().say(Texts.text(
					new KeptEntries(assembly).find(JournalQuery.newest(1)).isEmpty()
							? "journal.empty"
							: "journal.nothing"));
		}
		return 0;
	}

	/** The newest so many that have a part that is meant; with all their parts, or each part that is meant alone. */
	private List<Asked> found(int count) {
		KeptEntries kept = new KeptEntries(assembly);
		Instant now = assembly.clock().instant();
		for (int limit = Math.max(PAGE, Math.min(count, MANY));; limit = Math.min(limit * 4, MANY)) {
			List<Entry> entries = kept.find(filter.query(limit, now));
			List<Entry> meant = entries.stream().filter(filter::matches).toList();
			long asked = parts ? meant.size() : meant.stream().map(entry -> entry.group().id()).distinct().count();
			if (asked >= count || entries.size() < limit || limit == MANY) {
				return parts
						? meant.stream().limit(count).map(entry -> new Asked(List.of(entry))).toList()
						: whole(kept, meant, count);
			}
		}
	}

	private List<Asked> whole(KeptEntries kept, List<Entry> meant, int count) {
		Map<String, Entry> groups = new LinkedHashMap<>();
		meant.forEach(entry -> groups.putIfAbsent(entry.group().id(), entry));
		return groups.values().stream().limit(count)
				.map(one -> new Asked(one.group().parts() == 1 ? List.of(one) : kept.group(one.group().id()))).toList();
	}

	private void table(List<Asked> found) {
		List<String[]> lines = new ArrayList<>();
		lines.add(new String[]{"ID", "TIME", "CLUSTER", "OPERATION", "NAMESPACE", "OBJECT", "OUTCOME", "PROGRAM",
				"TICKET", "MESSAGE"});
		for (Asked asked : found) {
			Entry first = asked.first();
			String id = KeptEntries.shortened(parts ? first.id() : asked.id());
			lines.add(new String[]{id, TIME.format(asked.begun().atZone(ZoneId.systemDefault())),
					Cells.line(asked.names(entry -> entry.place().name())), Cells.line(first.subject().operation()),
					Cells.line(asked.names(entry -> entry.subject().namespace())), Cells.line(asked.object()),
					asked.outcome(), Cells.line(first.by().program()), Cells.line(first.group().ticket()),
					Cells.line(asked.message())});
		}
		new TableLayout(assembly.terminal().out()).print(lines);
	}

	/** A line for each part. */
	private void csv(List<Asked> found) {
		List<String[]> lines = new ArrayList<>();
		lines.add(CELLS.keySet().toArray(String[]::new));
		found.forEach(asked -> asked.parts().forEach(
				part -> lines.add(CELLS.values().stream().map(cell -> cell.apply(part)).toArray(String[]::new))));
		new CsvText(assembly.terminal().out()).print(lines);
	}

	/** One change as it is, several as one with parts. */
	private ObjectNode json(Asked asked) {
		if (asked.parts().size() == 1) {
			return json(asked.first());
		}
		Entry first = asked.first();
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		object.put("id", asked.id()).put("begun", asked.begun().toString())
				.put("operation", first.subject().operation()).put("ticket", first.group().ticket())
				.put("program", first.by().program()).put("account", first.by().account());
		ObjectNode outcomes = object.putObject("outcomes");
		asked.counts().forEach(outcomes::put);
		ArrayNode all = object.putArray("parts");
		asked.parts().forEach(part -> all.add(json(part)));
		return object;
	}

	private static ObjectNode json(Entry entry) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		CELLS.forEach((name, cell) -> object.put(name, cell.apply(entry)));
		if (entry.ended().isEmpty()) {
			object.remove("ended");
		}
		entry.before().ifPresent(before -> object.set("before", before));
		entry.after().ifPresent(after -> object.set("after", after));
		return object;
	}
}
