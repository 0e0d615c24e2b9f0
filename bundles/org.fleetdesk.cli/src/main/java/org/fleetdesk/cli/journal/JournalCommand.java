package org.fleetdesk.cli.journal;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.cli.print.JsonText;
import org.fleetdesk.cli.print.TableLayout;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalQuery;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code journal}: the newest changes made from this workstation, newest first; contacts no cluster. */
@Command(name = "journal", resourceBundle = Texts.BUNDLE)
public final class JournalCommand implements Callable<Integer> {
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
	private final Assembly assembly;

	@Option(names = {"-n", "--newest"}, paramLabel = "COUNT")
	int newest = 20;

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
		if (!List.of("", "json").contains(output)) {
			throw Failure.of("output.unknown", output, "json");
		}
		if (newest < 1) {
			throw Failure.of("journal.count");
		}
		List<Entry> entries = entries(JournalQuery.newest(newest));
		if (output.equals("json")) {
			ArrayNode all = JsonNodeFactory.instance.arrayNode();
			entries.forEach(entry -> all.add(json(entry)));
			new JsonText(assembly.terminal().out()).value(all, 0);
			assembly.terminal().out().text("\n");
		} else if (!entries.isEmpty()) {
			table(entries);
		} else {
			assembly.terminal().say(Texts.text("journal.empty"));
		}
		return 0;
	}

	private List<Entry> entries(JournalQuery query) {
		try {
			Map<String, Entry> all = new LinkedHashMap<>();
			Optional<List<Entry>> kept = JournalDatabase.peek(assembly.data(), query);
			if (kept.isEmpty()) {
				assembly.terminal().say(Texts.text("journal.elsewhere"));
			}
			kept.orElse(List.of()).forEach(entry -> all.put(entry.id(), entry));
			assembly.journal().find(query).forEach(entry -> all.put(entry.id(), entry));
			return all.values().stream().sorted(Comparator.comparing(Entry::begun).reversed()).limit(newest).toList();
		} catch (UncheckedIOException e) {
			throw Failure.plain(Texts.text("error", e.getMessage()));
		}
	}

	private void table(List<Entry> entries) {
		List<String[]> lines = new ArrayList<>();
		lines.add(new String[]{"TIME", "CLUSTER", "OPERATION", "NAMESPACE", "OBJECT", "OUTCOME", "PROGRAM", "MESSAGE"});
		for (Entry entry : entries) {
			Entry.Subject subject = entry.subject();
			lines.add(new String[]{time(entry.begun()), Cells.line(entry.place().name()),
					Cells.line(subject.operation()), Cells.line(subject.namespace()),
					Cells.line(subject.type() + "/" + subject.name()), outcome(entry),
					Cells.line(entry.by().program()), Cells.line(entry.message())});
		}
		new TableLayout(assembly.terminal().out()).print(lines);
	}

	private static String time(Instant instant) {
		return TIME.format(instant.atZone(ZoneId.systemDefault()));
	}

	private static String outcome(Entry entry) {
		return entry.outcome().name().toLowerCase(Locale.ROOT);
	}

	private static ObjectNode json(Entry entry) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		Entry.Subject subject = entry.subject();
		object.put("begun", entry.begun().toString()).put("cluster", entry.place().name())
				.put("identity", entry.place().identity()).put("operation", subject.operation())
				.put("type", subject.type()).put("namespace", subject.namespace()).put("name", subject.name())
				.put("outcome", outcome(entry)).put("message", entry.message()).put("program", entry.by().program())
				.put("account", entry.by().account());
		entry.ended().ifPresent(ended -> object.put("ended", ended.toString()));
		entry.before().ifPresent(before -> object.set("before", before));
		entry.after().ifPresent(after -> object.set("after", after));
		return object;
	}
}
