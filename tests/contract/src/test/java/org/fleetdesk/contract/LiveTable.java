package org.fleetdesk.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.assertj.core.api.Assertions;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.kube.watch.ListSink;

/** The table that a reflector keeps, with the time of each change. Every field is guarded by this. */
final class LiveTable implements ListSink {

	private final Map<String, Row> rows = new TreeMap<>();
	private final Map<String, Long> changed = new TreeMap<>();
	private final Set<String> coming = new HashSet<>();
	private final List<Freshness> said = new ArrayList<>();
	private boolean listing;
	private int blanks;

	@Override
	public synchronized void relist() {
		coming.clear();
		listing = true;
	}

	@Override
	public synchronized void columns(List<Column> columns) {
		if (columns.isEmpty()) {
			throw new IllegalStateException("no columns");
		}
	}

	@Override
	public synchronized void row(Row row) {
		rows.put(row.uid(), row);
		changed.put(row.name(), System.nanoTime());
		if (listing) {
			coming.add(row.uid());
		}
		notifyAll();
	}

	@Override
	public synchronized void deleted(Row row) {
		rows.remove(row.uid());
		changed.put(row.name(), System.nanoTime());
		notifyAll();
	}

	@Override
	public synchronized void complete() {
		if (!rows.isEmpty() && coming.isEmpty()) {
			blanks++;
		}
		rows.keySet().retainAll(coming);
		listing = false;
		notifyAll();
	}

	@Override
	public synchronized void freshness(Freshness freshness) {
		said.add(freshness);
		notifyAll();
	}

	/** Waits until the rows by uid are as wanted; fails after a minute. */
	void await(String what, Predicate<Map<String, Row>> wanted) throws InterruptedException {
		await(what, Duration.ofMinutes(1), wanted);
	}

	/** The same; fails after the time given. */
	synchronized void await(String what, Duration within, Predicate<Map<String, Row>> wanted)
			throws InterruptedException {
		long end = System.nanoTime() + within.toNanos();
		while (!wanted.test(rows)) {
			long left = (end - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				Assertions.fail("not within " + within + ": " + what + "; " + rows.values() + " " + said);
			}
			wait(left);
		}
	}

	/** Waits for a state. */
	void await(Freshness.State state) throws InterruptedException {
		await(state.toString(), r -> !said.isEmpty() && said.getLast().state() == state);
	}

	/** When a row of this name came or went last, in nanoseconds. */
	synchronized long changed(String name) {
		return changed.getOrDefault(name, 0L);
	}

	synchronized Map<String, Row> rows() {
		return new TreeMap<>(rows);
	}

	/** Waits for a row of this name. */
	void awaitRow(String name) throws InterruptedException {
		await(name, rows -> rows.values().stream().anyMatch(row -> row.name().equals(name)));
	}

	synchronized List<Freshness> said() {
		return List.copyOf(said);
	}

	/** How often a complete list emptied a table that was not empty. */
	synchronized int blanks() {
		return blanks;
	}
}
