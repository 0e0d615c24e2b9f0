package org.fleetdesk.core.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.kinds.Descriptor;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.kube.read.RowPlan;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Reflector;

import org.jspecify.annotations.Nullable;

/**
 * Lends the stores of the open clusters: one for each cluster session and scope, however many show it; and one for each plan
 * by which somebody wants other rows of them. A store that nobody holds lingers half a minute, so that going back is instant,
 * then its watch ends. Safe for any thread.
 */
public final class LiveLists implements AutoCloseable {
	private static final Duration LINGER = Duration.ofSeconds(30);

	/** The rows that a borrower wants in place of those that lists show, and how many of them at most. */
	private record Wish(RowPlan plan, int most) {
	}

	/** A store: of the rows that lists show, or of those that a borrower wishes. */
	private record Key(ClusterSession session, Scope scope, Optional<Wish> wish) {
	}

	/** All but the store guarded by the lists. */
	private static final class Entry {
		private final LiveStore store;
		private Runnable stop = () -> {
			// nothing reads yet
		};
		private List<CountDownLatch> reading = List.of(); // the ends of what reads, or waits to read
		private int holders;
		private @Nullable ScheduledFuture<?> end;

		private Entry(LiveStore store) {
			this.store = store;
		}
	}

	/** A store on loan; closing gives it back, a second time does nothing. */
	public final class Loan implements AutoCloseable {
		private final Key key;
		private final LiveStore store;
		private boolean returned; // guarded by the lists

		private Loan(Key key, LiveStore store) {
			this.key = key;
			this.store = store;
		}

		/** The store. */
		public LiveStore store() {
			return store;
		}

		@Override
		public void close() {
			synchronized (LiveLists.this) {
				if (!returned) {
					returned = true;
					release(key);
				}
			}
		}
	}

	private final Background background;
	private final ListMemory memory;
	private final Kinds kinds;
	private final Registration kindChanges;
	private final Map<Key, Entry> entries = new HashMap<>(); // guarded by this

	/** Lists of nothing yet; made and closed by the fleet. */
	public LiveLists(Background background, ListMemory memory, Kinds kinds) {
		this.background = Objects.requireNonNull(background);
		this.memory = Objects.requireNonNull(memory);
		this.kinds = Objects.requireNonNull(kinds);
		this.kindChanges = kinds.listen(this::renew);
	}

	/** The store of a scope in an open cluster; begins to list it if nobody does yet. */
	public Loan borrow(ClusterSession session, Scope scope) {
		kinds.health(scope.type()); // reads a file the first time, so not under the lock
		return borrow(new Key(session, scope, Optional.empty()));
	}

	/**
	 * The store of a scope whose rows are read by a plan of the borrower's own. It is shared with those who have an equal plan,
	 * stands in no list that people see, and is not remembered.
	 *
	 * @param most how many rows are wanted: a list that has more is not read, and {@link LiveStore#tooLarge} until it has fewer
	 */
	public Loan borrow(ClusterSession session, Scope scope, RowPlan plan, int most) {
		return borrow(new Key(session, scope, Optional.of(new Wish(plan, most))));
	}

	private synchronized Loan borrow(Key key) {
		Entry entry = entries.computeIfAbsent(key, this::begin);
		entry.holders++;
		if (entry.end != null) {
			entry.end.cancel(false);
			entry.end = null;
		}
		return new Loan(key, entry.store);
	}

	private Entry begin(Key key) {
		RowTraits traits = key.wish().isPresent() ? RowTraits.NONE : traits(key.scope());
		Entry entry = new Entry(new LiveStore(key.session().cluster(), key.scope(), background.clock(), traits,
				key.wish().map(Wish::most).orElse(Integer.MAX_VALUE)));
		read(key, entry);
		return entry;
	}

	private RowTraits traits(Scope scope) {
		Optional<Descriptor> described = kinds.describing(scope.type());
		return new RowTraits(kinds.health(scope.type()), described.map(Descriptor::bars).orElse(Map.of()),
				described.map(d -> Join.of(d.columns())).orElse(Map.of()));
	}

	/** Reads a store's list from now on, as soon as nothing else does. */
	private void read(Key key, Entry entry) {
		LiveStore store = entry.store;
		ListMemory remembers = key.wish().isPresent() ? ListMemory.NONE : memory;
		List<CountDownLatch> before = entry.reading.stream().filter(end -> end.getCount() > 0).toList();
		CountDownLatch over = new CountDownLatch(1);
		Reflector reflector = new Reflector(
				key.session().reader(key.wish().isPresent() ? type -> key.wish().map(Wish::plan) : kinds),
				store.scope(), store,
				background.clock(), background::pause);
		entry.reading = Stream.concat(before.stream(), Stream.of(over)).toList();
		entry.stop = key.session().run(() -> {
			try {
				for (CountDownLatch end : before) {
					end.await();
				}
				run(reflector, store, remembers);
			} finally {
				over.countDown();
			}
		});
	}

	private static void run(Reflector reflector, LiveStore store, ListMemory remembers) throws InterruptedException {
		try {
			remembers.begun(store);
			reflector.run();
		} finally {
			remembers.ended(store);
		}
	}

	/** Kinds are described otherwise: their lists are read anew, and what they hold stays until that comes. */
	private void renew(Set<KindKey> described) {
		described.forEach(kinds::of); // reads files, so not under the lock
		List<LiveStore> renewed = new ArrayList<>();
		synchronized (this) {
			entries.forEach((key, entry) -> {
				if (key.wish().isEmpty() && described.contains(KindKey.of(key.scope().type()))) {
					entry.stop.run();
					entry.store.traits(traits(key.scope()));
					read(key, entry);
					renewed.add(entry.store);
				}
			});
		}
		renewed.forEach(LiveStore::tell);
	}

	private void release(Key key) {
		Entry entry = entries.get(key);
		if (entry == null || --entry.holders > 0) {
			return;
		}
		if (key.session().cluster().session().filter(s -> s == key.session()).isEmpty()) {
			end(key); // nobody can ask for a closed session's list again
			return;
		}
		entry.end = background.scheduler().schedule(() -> end(key), LINGER.toMillis(), TimeUnit.MILLISECONDS);
	}

	private synchronized void end(Key key) {
		Entry entry = entries.get(key);
		if (entry != null && entry.holders == 0) {
			entries.remove(key);
			entry.stop.run();
		}
	}

	/** The stores of rows that lists show and that are alive, lingering ones included. */
	public synchronized List<LiveStore> stores() {
		return entries.entrySet().stream().filter(entry -> entry.getKey().wish().isEmpty())
				.map(entry -> entry.getValue().store).toList();
	}

	/** How many stores are alive, lingering ones included. */
	public synchronized int size() {
		return entries.size();
	}

	@Override
	public synchronized void close() {
		kindChanges.close();
		entries.values().forEach(e -> e.stop.run());
		entries.clear();
	}
}
