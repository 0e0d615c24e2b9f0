package org.fleetdesk.ui.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Entry.Outcome;
import org.fleetdesk.ui.table.FreshnessText;

/** What was done, in words of the user's language. */
final class OperationWords {
	private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
	private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
	private static final int MOST_NAMED = 5;

	private final Actions actions;
	private final ZoneId zone;
	private final LocalDate today;

	/** Words for a moment, in a zone's times. */
	OperationWords(Actions actions, ZoneId zone, Instant now) {
		this.actions = actions;
		this.zone = zone;
		this.today = now.atZone(zone).toLocalDate();
	}

	/** The headings of the cells. */
	static List<String> headings() {
		return List.of(Messages.column_begun, Messages.column_outcome, Messages.column_operation,
				Messages.column_object, Messages.column_cluster, Messages.column_user, Messages.column_took,
				Messages.column_message);
	}

	/** A row's cells. */
	List<String> cells(HistoryRow row) {
		Entry newest = row.entries().getFirst();
		boolean several = row instanceof HistoryRow.Operation operation && operation.several();
		return List.of(time(begun(row)), several ? counts(row.entries()) : outcome(newest.outcome()),
				title(newest.subject().operation()),
				several
						? NLS.bind(Messages.objects, FreshnessText.number(((HistoryRow.Operation) row).parts()))
						: object(newest),
				each(row, Messages.clusters, entry -> entry.place().name()),
				each(row, Messages.users, entry -> entry.place().identity()), took(row),
				several ? newest.group().ticket() : line(newest));
	}

	private static String each(HistoryRow row, String many, java.util.function.Function<Entry, String> word) {
		Set<String> words = row.entries().stream().map(word).collect(Collectors.toCollection(java.util.TreeSet::new));
		return words.size() == 1 ? words.iterator().next() : NLS.bind(many, words.size());
	}

	private static String line(Entry entry) {
		String ticket = entry.group().ticket();
		String message = entry.message().replaceAll("\\s+", " ");
		return ticket.isEmpty() || message.isEmpty()
				? ticket + message
				: NLS.bind(Messages.ticket_message, ticket, message);
	}

	private static Instant begun(HistoryRow row) {
		return row.entries().getLast().begun();
	}

	/** A moment: the time of today, else the day too. */
	String time(Instant then) {
		var local = then.atZone(zone);
		return (local.toLocalDate().equals(today) ? TODAY : EARLIER).format(local);
	}

	private static String took(HistoryRow row) {
		return row.entries().stream().map(entry -> entry.ended().orElse(Instant.MIN)).max(Instant::compareTo)
				.filter(end -> row.entries().stream().allMatch(entry -> entry.ended().isPresent()))
				.map(end -> took(Duration.between(begun(row), end))).orElse("");
	}

	private static String took(Duration time) {
		long seconds = time.toSeconds();
		return seconds < 60
				? NLS.bind(Messages.took_seconds, String.format("%.1f", Math.max(0, time.toMillis()) / 1000.0))
				: NLS.bind(Messages.took_minutes, seconds / 60, seconds % 60);
	}

	/** An operation's word, as menus have it. */
	String title(String operation) {
		return switch (operation) {
			case "apply" -> Messages.operation_apply;
			case "edit" -> Messages.operation_edit;
			case "delete" -> Messages.operation_delete;
			case "undo" -> Messages.operation_undo;
			default -> actions.find(operation).map(Action::title).orElse(operation);
		};
	}

	/** What came of it. */
	static String outcome(Outcome outcome) {
		return switch (outcome) {
			case RUNNING -> Messages.outcome_running;
			case DONE -> Messages.outcome_done;
			case UNCHANGED -> Messages.outcome_unchanged;
			case FAILED -> Messages.outcome_failed;
			case CANCELLED -> Messages.outcome_cancelled;
			case UNKNOWN -> Messages.outcome_unknown;
		};
	}

	/** What came of many: "38 done, 2 failed". */
	static String counts(List<Entry> entries) {
		Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
		entries.forEach(entry -> counts.merge(entry.outcome(), 1, Integer::sum));
		return counts.entrySet().stream().map(count -> NLS.bind(Messages.count, count.getValue(),
				outcome(count.getKey()))).collect(Collectors.joining(Messages.between));
	}

	/** "deployments.apps shop/web". */
	static String object(Entry entry) {
		Entry.Subject subject = entry.subject();
		return subject.type() + " " + (subject.namespace().isEmpty() ? "" : subject.namespace() + "/")
				+ subject.name();
	}

	/** What was done, where, by whom and when, in a sentence or two. */
	String sentence(Entry entry) {
		String who = NLS.bind(Messages.who,
				new Object[]{entry.place().identity(), entry.by().account(), program(entry.by())});
		return NLS.bind(Messages.sentence, new Object[]{title(entry.subject().operation()), time(entry.begun()), who,
				outcome(entry.outcome())})
				+ (entry.group().ticket().isEmpty() ? "" : " " + NLS.bind(Messages.ticket, entry.group().ticket()));
	}

	private static String program(Entry.By by) {
		return switch (by.program()) {
			case "workbench" -> Messages.program_workbench;
			case "command line" -> Messages.program_command_line;
			default -> by.program();
		};
	}

	/** What came of several objects: the outcomes, and of all that are not done why, those for one reason together. */
	String report(List<Entry> entries) {
		Map<String, List<String>> reasons = new LinkedHashMap<>();
		entries.stream().filter(entry -> entry.outcome() != Outcome.DONE)
				.forEach(entry -> reasons
						.computeIfAbsent(entry.message().isEmpty()
								? outcome(entry.outcome())
								: NLS.bind(Messages.reason, outcome(entry.outcome()), entry.message()),
								reason -> new ArrayList<>())
						.add(object(entry)));
		List<String> lines = new ArrayList<>(List.of(counts(entries)));
		reasons.forEach((reason, objects) -> lines.add(NLS.bind(Messages.reason_objects, reason, named(objects))));
		return String.join("\n", lines);
	}

	private static String named(List<String> objects) {
		String first = String.join(", ", objects.subList(0, Math.min(MOST_NAMED, objects.size())));
		return objects.size() <= MOST_NAMED
				? first
				: NLS.bind(Messages.and_more, first, objects.size() - MOST_NAMED);
	}
}
