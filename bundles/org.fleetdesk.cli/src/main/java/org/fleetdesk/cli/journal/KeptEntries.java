package org.fleetdesk.cli.journal;

import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalDatabase;
import org.fleetdesk.core.journal.JournalQuery;

/** What was changed from this workstation, whichever program keeps it: in the workbench's database and in the file. */
public final class KeptEntries {
	private static final int ALL = 1_000_000;
	private static final int SHORT = 8; // characters of an id that are shown
	private static final int ENOUGH = 4; // characters of an id that one may shorten it to
	private final Assembly assembly;
	private boolean told;

	/** The entries of a workstation; says once on standard error if another program has the database. */
	public KeptEntries(Assembly assembly) {
		this.assembly = assembly;
	}

	/** The entries of a query, newest first; a {@link Failure} if they cannot be read. */
	List<Entry> find(JournalQuery query) {
		try {
			Map<String, Entry> all = new LinkedHashMap<>();
			Optional<List<Entry>> kept = JournalDatabase.peek(assembly.data(), query);
			if (kept.isEmpty() && !told) {
				told = true;
				assembly.terminal().say(Texts.text("journal.elsewhere"));
			}
			kept.orElse(List.of()).forEach(entry -> all.put(entry.id(), entry));
			assembly.journal().find(query).forEach(entry -> all.put(entry.id(), entry));
			return all.values().stream().sorted(Comparator.comparing(Entry::begun).reversed()).limit(query.limit())
					.toList();
		} catch (UncheckedIOException e) {
			throw Failure.plain(Texts.text("error", e.getMessage()));
		}
	}

	/** As much of an id as is shown. */
	public static String shortened(String id) {
		return id.substring(0, Math.min(SHORT, id.length()));
	}

	/** All parts of what was asked for at once, in the order in which they began. */
	List<Entry> group(String id) {
		return find(JournalQuery.newest(ALL).group(id)).stream().sorted(Comparator.comparing(Entry::begun)).toList();
	}

	/**
	 * What the journal shows under an id or the beginning of one, all its parts; or the part of this id alone. A
	 * {@link Failure} if there is none, or more than one.
	 */
	public List<Entry> meant(String id) {
		if (id.length() < ENOUGH) {
			throw Failure.of("undo.short", id);
		}
		List<Entry> known = find(JournalQuery.newest(ALL));
		List<String> groups = known.stream().map(entry -> entry.group().id()).filter(group -> group.startsWith(id))
				.distinct().toList();
		if (groups.size() == 1) {
			return group(groups.getFirst());
		}
		List<Entry> alone = known.stream().filter(entry -> entry.id().startsWith(id)).toList();
		if (groups.size() > 1 || alone.size() > 1) {
			throw Failure.of("undo.ambiguous", id);
		}
		if (alone.isEmpty()) {
			throw Failure.of("undo.missing", id);
		}
		return group(alone.getFirst().group().id()).stream().filter(entry -> entry.id().startsWith(id)).toList();
	}
}
