package org.fleetdesk.core.cache;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.core.live.Snapshot;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.watch.Freshness.State;

/** A store that is followed: some seconds after it changed, it is written. What is not said otherwise is for one thread. */
final class Followed {
	private static final Duration FIRST = Duration.ofSeconds(2);
	private static final Duration AGAIN = Duration.ofSeconds(10);

	private final LiveStore store;
	private final ListKey key;
	private final ListWriter writer;
	private volatile boolean changed;
	private volatile boolean ended;
	private boolean dropped;
	private Instant due;

	Followed(LiveStore store, Instant now) {
		this.store = store;
		this.key = ListKey.of(store);
		this.writer = new ListWriter(key);
		this.due = now.plus(FIRST);
	}

	ListWriter writer() {
		return writer;
	}

	/** Notes that something changed; says whether it is the first time since it was written. For any thread. */
	boolean change() {
		if (changed) {
			return false;
		}
		changed = true;
		return true;
	}

	/** Whether it is this store's. For any thread. */
	boolean follows(LiveStore other) {
		return store == other;
	}

	/** Whether its store ended. For any thread. */
	boolean hasEnded() {
		return ended;
	}

	/** No change comes any more. For any thread. */
	void end() {
		ended = true;
		changed = true;
	}

	/** Whether there is nothing more to do for it, ever. */
	boolean over() {
		return ended && !changed && !writer.busy();
	}

	/** When there is something to write, if there is. */
	Optional<Instant> due(Instant now) {
		if (writer.busy() || changed && ended) {
			return Optional.of(now);
		}
		return changed ? Optional.of(due.isBefore(now) ? now : due) : Optional.empty();
	}

	/** Writes so many blocks at most; says how many. */
	int write(CacheTables tables, Instant now, int most) throws SQLException {
		if (!writer.busy()) {
			changed = false; // what comes from here on is for the next time
			Snapshot snapshot = store.snapshot();
			due = now.plus(AGAIN);
			if (!store.whole() || dropped) {
				return 0; // a part of a list is no list: what was whole before stays
			}
			if (snapshot.freshness().state() == State.LIVE && key.scope().labels().isEmpty()) {
				forgetGone(tables, snapshot);
			}
			boolean stale = snapshot.freshness().state() == State.STALE;
			writer.plan(tables, snapshot.columns(), rows(snapshot), stale ? snapshot.freshness().since() : now);
		}
		return writer.write(tables, most);
	}

	/** Forgets the opened objects that a live list does not have any more. */
	private void forgetGone(CacheTables tables, Snapshot snapshot) throws SQLException {
		Set<ObjectName> gone = new HashSet<>(tables.objects(key));
		Set<String> names = gone.stream().map(ObjectName::name).collect(Collectors.toSet());
		if (!gone.isEmpty()) { // few of the rows have such a name
			snapshot.lines().stream().map(Line::row).filter(row -> names.contains(row.name()))
					.forEach(row -> gone.remove(key.object(row.namespace(), row.name())));
		}
		for (ObjectName name : gone) {
			tables.forget(name);
		}
	}

	private static List<Row> rows(Snapshot snapshot) {
		return snapshot.lines().stream().map(Line::row).toList();
	}

	/** Says that a list that does not change is still so. */
	void still(CacheTables tables, Instant now) throws SQLException {
		if (writer.number() >= 0 && store.snapshot().freshness().state() == State.LIVE) {
			tables.known(writer.number(), now);
		}
	}

	/** What was kept is gone: it is written anew when it changes or is due. */
	void reset() {
		writer.reset();
		changed = true;
	}

	/** It is too big to be kept. */
	void drop() {
		dropped = true;
		writer.reset();
	}

	@Override
	public String toString() {
		return store.toString();
	}
}
