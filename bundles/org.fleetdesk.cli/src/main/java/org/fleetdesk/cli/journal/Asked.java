package org.fleetdesk.cli.journal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fleetdesk.core.journal.Entry;

/**
 * What somebody asked for at once, as the journal has it.
 *
 * @param parts its changes, in the order in which they began; never empty
 */
record Asked(List<Entry> parts) {
	private static final int NAMED = 3;

	Asked {
		parts = List.copyOf(parts);
	}

	/** The part that began first. */
	Entry first() {
		return parts.getFirst();
	}

	/** When it began. */
	Instant begun() {
		return first().begun();
	}

	/** What it is called by. */
	String id() {
		return first().group().id();
	}

	/** The outcome of all, or how often each was: "done", "done 998, failed 2". */
	String outcome() {
		Map<String, Long> counts = counts();
		return counts.size() == 1
				? counts.keySet().iterator().next()
				: counts.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
						.collect(Collectors.joining(", "));
	}

	/** How often each outcome was. */
	Map<String, Long> counts() {
		return parts.stream()
				.collect(Collectors.groupingBy(part -> word(part.outcome()), TreeMap::new, Collectors.counting()));
	}

	/** What people call an outcome. */
	static String word(Entry.Outcome outcome) {
		return outcome.name().toLowerCase(Locale.ROOT);
	}

	/** What it was done to: "pods/web", "pods (12)". */
	String object() {
		if (parts.size() == 1) {
			return first().subject().type() + "/" + first().subject().name();
		}
		return names(entry -> entry.subject().type()) + " (" + parts.size() + ")";
	}

	/** What the parts have there, each once; few of many. */
	String names(Function<Entry, String> name) {
		List<String> names = parts.stream().map(name).filter(text -> !text.isEmpty()).distinct().toList();
		return names.size() <= NAMED
				? String.join(",", names)
				: String.join(",", names.subList(0, NAMED)) + ",+" + (names.size() - NAMED);
	}

	/** The first message that there is. */
	String message() {
		return parts.stream().map(Entry::message).filter(text -> !text.isEmpty()).findFirst().orElse("");
	}
}
