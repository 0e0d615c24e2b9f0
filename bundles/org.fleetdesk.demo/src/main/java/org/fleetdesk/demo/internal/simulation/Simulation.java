package org.fleetdesk.demo.internal.simulation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.fleetdesk.demo.internal.store.Change;
import org.fleetdesk.demo.internal.store.Cluster;
import org.fleetdesk.demo.internal.store.ExpiredException;
import org.fleetdesk.demo.internal.store.Item;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Runs the controllers of a demo cluster: first through its past, as fast as it goes, with the clock set from one thing
 * that is due to the next; then on a virtual thread of its own in real time. To be closed.
 */
public final class Simulation implements AutoCloseable {

	private static final Logger LOG = System.getLogger(Simulation.class.getName());
	/** Leaves the processors to others, even if two controllers should never agree. */
	private static final Duration SHORTEST_TURN = Duration.ofMillis(10);
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

	private record Due(Key key, Instant time) implements Comparable<Due> {
		@Override
		public int compareTo(Due other) {
			return time.compareTo(other.time);
		}
	}

	private final Cluster cluster;
	private final SimulatedClock clock;
	private final Map<String, List<Reconciler>> reconcilers = new HashMap<>();
	private final List<Reconciler> everywhere = new ArrayList<>();
	private final Garbage garbage;
	private final Basics basics;
	/** These three are touched by one thread at a time: the one that runs the past, then the simulation's own. */
	private final PriorityQueue<Due> queue = new PriorityQueue<>();
	private final Map<Key, Instant> due = new HashMap<>();
	private long seen;
	private @Nullable Thread thread;

	/** A simulation of a cluster from the time at which its clock stands. */
	public Simulation(Cluster cluster, SimulatedClock clock) {
		this.cluster = cluster;
		this.clock = clock;
		seen = cluster.store().revision();
		World world = new World(cluster);
		garbage = new Garbage(world);
		basics = new Basics(world);
		everywhere.add(garbage);
		Controllers.register(world, basics, (resource, reconciler) -> reconcilers
				.computeIfAbsent(resource, name -> new ArrayList<>()).add(reconciler));
	}

	/** Lets everything happen that is due until then. */
	public void fastForward(Instant until) {
		drainNow();
		for (Due next = queue.peek(); next != null && !next.time().isAfter(until); next = queue.peek()) {
			queue.poll();
			if (next.time().equals(due.get(next.key()))) {
				due.remove(next.key());
				if (next.time().isAfter(clock.instant())) {
					clock.set(next.time());
				}
				reconcile(next.key());
				drainNow();
			}
		}
		clock.set(until);
	}

	/** Goes on in real time. */
	public void start() {
		clock.run();
		for (Item node : cluster.store().items("/nodes", "").values()) {
			if (!node.generated()) {
				enqueue(Key.of("/nodes", node.object()), clock.instant());
			}
		}
		thread = Thread.ofVirtual().name("demo-simulation-" + cluster.name()).start(this::run);
	}

	private void run() {
		try {
			while (!Thread.currentThread().isInterrupted()) {
				Instant now = clock.instant();
				Due next = queue.peek();
				Duration wait = next == null ? LONGEST_WAIT : Duration.between(now, next.time());
				drain(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.isNegative() ? Duration.ZERO : wait);
				runDue(clock.instant());
				Thread.sleep(SHORTEST_TURN);
			}
		} catch (InterruptedException closed) {
			Thread.currentThread().interrupt();
		}
	}

	private void runDue(Instant now) {
		for (Due next = queue.peek(); next != null && !next.time().isAfter(now); next = queue.peek()) {
			queue.poll();
			if (next.time().equals(due.get(next.key()))) {
				due.remove(next.key());
				reconcile(next.key());
			}
		}
	}

	private void drainNow() {
		try {
			drain(Duration.ZERO);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void drain(Duration wait) throws InterruptedException {
		try {
			for (Change change : cluster.store().after(seen, wait)) {
				seen = change.revision();
				dispatch(change);
			}
		} catch (ExpiredException forgotten) {
			seen = cluster.store().revision();
			for (String resource : cluster.store().resources()) {
				for (Item item : cluster.store().items(resource, "").values()) {
					if (!item.generated()) {
						enqueue(Key.of(resource, item.object()), clock.instant());
					}
				}
			}
		}
	}

	private void dispatch(Change change) {
		Instant now = clock.instant();
		Key key = change.key();
		enqueue(key, now);
		if (change.after() == null) {
			garbage.collect(change.object());
			if (key.resource().equals(Controllers.DEFINITIONS)) {
				basics.undefine(change.object());
			}
		}
		for (JsonNode owner : change.object().path("metadata").path("ownerReferences")) {
			String version = owner.path("apiVersion").asText();
			cluster.kinds().named(version, owner.path("kind").asText())
					.ifPresent(kind -> enqueue(new Key(kind.storage(), kind.namespaced() ? key.namespace() : "",
							owner.path("name").asText()), now));
		}
		for (String resource : Controllers.interested(key.resource())) {
			boolean wide = resource.equals("apps/daemonsets") || key.namespace().isEmpty();
			for (Item item : cluster.store().items(resource, wide ? "" : key.namespace()).values()) {
				if (!item.generated() && Controllers.concerns(change, item.object())) {
					enqueue(Key.of(resource, item.object()), now);
				}
			}
		}
	}

	private void enqueue(Key key, Instant time) {
		Instant before = due.get(key);
		if (before == null || before.isAfter(time)) {
			due.put(key, time);
			queue.add(new Due(key, time));
		}
	}

	private void reconcile(Key key) {
		ObjectNode object = cluster.store().get(key).orElse(null);
		if (object == null) {
			return;
		}
		List<Reconciler> all = new ArrayList<>(everywhere);
		all.addAll(reconcilers.getOrDefault(key.resource(), List.of()));
		for (Reconciler reconciler : all) {
			try {
				ObjectNode newest = cluster.store().get(key).orElse(null);
				if (newest == null) {
					return;
				}
				Duration again = reconciler.reconcile(key, newest);
				if (again != null) {
					enqueue(key, clock.instant().plus(again));
				}
			} catch (RuntimeException e) {
				LOG.log(Level.WARNING, () -> "the demo cluster could not simulate " + key + ": " + e.getMessage(), e);
			}
		}
	}

	@Override
	public void close() {
		Thread running = thread;
		if (running != null) {
			running.interrupt();
			try {
				running.join(Duration.ofSeconds(5));
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
