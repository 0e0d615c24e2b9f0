package org.fleetdesk.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.schema.Schemas;

/**
 * An opened cluster: its connection, and every thread that works on it. A heartbeat asks for the version, counts nodes
 * and pods, and tells the fleet how the cluster stands. Made and closed by the {@link Fleet}; closing interrupts all its
 * threads and waits for them a moment.
 */
public final class ClusterSession implements AutoCloseable {
	private static final Duration BEAT = Duration.ofSeconds(20);
	private static final Duration DISCOVERY = Duration.ofMinutes(2);
	private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
	private final Cluster cluster;
	private final Connection connection;
	private final Background background;
	private final Consumer<ClusterState> told;
	private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
	private final Semaphore wake = new Semaphore(0);
	private volatile boolean closed;

	ClusterSession(Cluster cluster, Connection connection, Background background, Consumer<ClusterState> told) {
		this.cluster = cluster;
		this.connection = connection;
		this.background = background;
		this.told = told;
	}

	void start() {
		run(this::beat);
	}

	/** Whose session it is. */
	public Cluster cluster() {
		return cluster;
	}

	/** Reads objects; blocks, so call it on a thread made by {@link #run}. */
	public Reader reader() {
		return connection.reader();
	}

	/** The server's OpenAPI documents; blocks. */
	public Schemas schemas() {
		return connection.schemas();
	}

	/** Work that may block and ends by itself when interrupted. */
	@FunctionalInterface
	public interface Work {
		/** Does it. */
		void run() throws InterruptedException;
	}

	/**
	 * Runs work on a thread of this session.
	 *
	 * @return interrupts the work
	 */
	public Runnable run(Work work) {
		Thread thread = background.threads().newThread(() -> {
			try {
				work.run();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt(); // the session or the caller ended it
			} finally {
				threads.remove(Thread.currentThread());
			}
		});
		threads.add(thread);
		if (closed) {
			threads.remove(thread);
		} else {
			thread.start();
		}
		return thread::interrupt;
	}

	/** Asks the cluster again now, kinds included, instead of at the next beat. */
	public void refresh() {
		wake.release();
	}

	private void beat() throws InterruptedException {
		Duration wait = SHORTEST_WAIT;
		Instant discovered = Instant.MIN;
		while (!closed) {
			boolean asked;
			try {
				boolean away = cluster.state().phase() != Phase.OPEN;
				if (away || discovered.plus(DISCOVERY).isBefore(background.clock().instant())) {
					told.accept(discover());
					discovered = background.clock().instant();
				}
				told.accept(count());
				wait = SHORTEST_WAIT;
				asked = wake.tryAcquire(BEAT.toMillis(), TimeUnit.MILLISECONDS);
			} catch (KubeException problem) {
				told.accept(cluster.state().in(Phase.AWAY, background.clock().instant(), Optional.of(problem)));
				asked = wake.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
				wait = wait.multipliedBy(2).compareTo(BEAT) > 0 ? BEAT : wait.multipliedBy(2);
			}
			if (asked) {
				wake.drainPermits();
				discovered = Instant.MIN;
			}
		}
	}

	private ClusterState discover() throws InterruptedException {
		var version = connection.discovery().version();
		Catalogue catalogue = connection.discovery().resources();
		ClusterState old = cluster.state();
		return new ClusterState(Phase.OPEN, old.phase() == Phase.OPEN ? old.since() : background.clock().instant(),
				Optional.empty(), Optional.of(version), catalogue, old.nodes(), old.pods());
	}

	private ClusterState count() throws InterruptedException {
		OptionalLong nodes = count("nodes");
		OptionalLong pods = count("pods");
		ClusterState old = cluster.state();
		return new ClusterState(Phase.OPEN, old.since(), Optional.empty(), old.version(), old.catalogue(), nodes, pods);
	}

	private OptionalLong count(String resource) throws InterruptedException {
		var type = cluster.state().catalogue().find(resource);
		if (type.isEmpty()) {
			return OptionalLong.empty();
		}
		Counter counter = new Counter();
		try {
			Page page = reader().list(Scope.all(type.get()), ListOptions.page(1), counter);
			return OptionalLong.of(counter.rows + page.remaining().orElse(0));
		} catch (KubeException.Forbidden e) {
			return OptionalLong.empty();
		}
	}

	private static final class Counter implements RowSink {
		private int rows;

		@Override
		public void columns(List<Column> columns) {
			// only the rows count
		}

		@Override
		public void row(Row row) {
			rows++;
		}
	}

	@Override
	public void close() {
		closed = true;
		threads.forEach(Thread::interrupt);
		connection.close();
	}
}
