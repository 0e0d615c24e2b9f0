package org.fleetdesk.ui.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.fleetdesk.core.journal.Entry;

/** A row of the history: an operation, or one object's part of an operation that had several. */
sealed interface HistoryRow {

	/** The same row when everything is read anew. */
	String id();

	/** The entries it stands for, the newest first. */
	List<Entry> entries();

	/**
	 * What somebody did.
	 *
	 * @param id the operation's key
	 * @param entries its parts that were found, the newest first
	 */
	record Operation(String id, List<Entry> entries) implements HistoryRow {
		public Operation {
			Objects.requireNonNull(id);
			entries = List.copyOf(entries);
		}

		/** Whether it changed several objects. */
		boolean several() {
			return entries.getFirst().group().parts() > 1;
		}

		/** How many objects it was to change. */
		int parts() {
			return entries.getFirst().group().parts();
		}
	}

	/**
	 * One object's part.
	 *
	 * @param entry what was done to it
	 */
	record Part(Entry entry) implements HistoryRow {
		@Override
		public String id() {
			return entry.id();
		}

		@Override
		public List<Entry> entries() {
			return List.of(entry);
		}
	}

	/** The operations that entries are parts of, each where its newest part stands. */
	static List<Operation> operations(List<Entry> entries) {
		Map<String, List<Entry>> groups = new LinkedHashMap<>();
		entries.forEach(entry -> groups.computeIfAbsent(entry.group().id(), id -> new ArrayList<>()).add(entry));
		return groups.entrySet().stream().map(group -> new Operation(group.getKey(), group.getValue())).toList();
	}

	/** The rows that are seen while these operations are unfolded. */
	static List<HistoryRow> seen(List<Operation> operations, Set<String> unfolded) {
		List<HistoryRow> rows = new ArrayList<>(operations.size());
		for (Operation operation : operations) {
			rows.add(operation);
			if (operation.several() && unfolded.contains(operation.id())) {
				operation.entries().forEach(entry -> rows.add(new Part(entry)));
			}
		}
		return rows;
	}
}
