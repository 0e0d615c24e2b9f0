package org.fleetdesk.cli.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.cli.fleet.Glob;
import org.fleetdesk.cli.get.BuiltIn;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalQuery;
import org.fleetdesk.kube.discovery.ResourceType;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which entries of the journal are meant. */
final class JournalFilter {
	@Parameters(paramLabel = "TEXT", arity = "0..*", descriptionKey = "journal.text")
	List<String> words = new ArrayList<>();

	@Option(names = "--since", paramLabel = "TIME", descriptionKey = "journal.since")
	String since = "";

	@Option(names = "--until", paramLabel = "TIME", descriptionKey = "journal.until")
	String until = "";

	@Option(names = "--result", paramLabel = "RESULT", split = ",", descriptionKey = "journal.result")
	List<String> results = new ArrayList<>();

	@Option(names = "--operation", paramLabel = "NAME", split = ",", descriptionKey = "journal.operation")
	List<String> operations = new ArrayList<>();

	@Option(names = "--kind", paramLabel = "TYPE", split = ",", descriptionKey = "journal.kind")
	List<String> kinds = new ArrayList<>();

	@Option(names = "--clusters", paramLabel = "PATTERN", descriptionKey = "journal.clusters")
	String clusters = "";

	@Option(names = "--user", paramLabel = "PATTERN", descriptionKey = "journal.user")
	String users = "";

	/** Whether a time is given. */
	boolean timed() {
		return !since.isEmpty() || !until.isEmpty();
	}

	/** What to ask for: all that {@link #matches} looks at and perhaps more. */
	JournalQuery query(int limit, Instant now) {
		JournalQuery query = JournalQuery.newest(limit);
		Instant first = since.isEmpty() ? Instant.EPOCH : When.of(since, now);
		if (!until.isEmpty()) {
			query = query.between(first, When.of(until, now));
		} else if (!since.isEmpty()) {
			query = query.since(first);
		}
		return words.isEmpty() ? query : query.text(String.join(" ", words));
	}

	/** A {@link Failure} if there is no such result. */
	void check() {
		Set<String> known = Stream.of(Entry.Outcome.values()).map(Asked::word).collect(Collectors.toSet());
		results.stream().filter(result -> !known.contains(result)).findFirst().ifPresent(result -> {
			throw Failure.of("journal.result.unknown", result);
		});
	}

	/** Whether an entry that was found is meant. */
	boolean matches(Entry entry) {
		return (results.isEmpty() || results.contains(Asked.word(entry.outcome())))
				&& (operations.isEmpty() || operations.contains(entry.subject().operation()))
				&& (kinds.isEmpty() || kinds.stream().anyMatch(kind -> ofKind(entry.subject().type(), kind)))
				&& among(clusters, entry.place().name())
				&& (among(users, entry.place().identity()) || among(users, entry.by().account()));
	}

	private static boolean among(String patterns, String name) {
		return patterns.isEmpty() || Glob.list(patterns).stream().anyMatch(glob -> glob.matches(name));
	}

	/** Whether a type is meant by a word for it: its plural with or without its group, or a usual short name. */
	private static boolean ofKind(String type, String word) {
		String plain = BuiltIn.find(word).map(ResourceType::qualifiedName).orElse(word.toLowerCase(Locale.ROOT));
		return Stream.of(plain, plain + "s").anyMatch(p -> type.equals(p) || type.startsWith(p + "."));
	}
}
