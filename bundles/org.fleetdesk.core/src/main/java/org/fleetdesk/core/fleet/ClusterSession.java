package org.fleetdesk.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.fleetdesk.core.Background;
import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowPlans;
import org.fleetdesk.kube.schema.Schemas;
import org.fleetdesk.kube.write.Writer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An opened cluster: its connection, and every thread that works on it. A heartbeat asks for the version, counts nodes
 * and pods, and tells the fleet how the cluster stands. Made and closed by the {@link Fleet}; closing interrupts all its
 * threads and cuts its connection, without waiting.
 */
public final class ClusterSession implements ClusterAccess, AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(ClusterSession.class);

	private final Cluster cluster;
	private final Connection connection;
	private final Supplier<Mark> mark;
	private final Background background;
	private final Heartbeat heartbeat;
	private final Permissions permissions;
	private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
	private volatile boolean closed;

	ClusterSession(Cluster cluster, Connection connection, Supplier<Mark> mark, Background background,
			Consumer<ClusterState> told) {
		this.cluster = cluster;
		this.connection = connection;
		this.mark = mark;
		this.background = background;
		this.permissions = new Permissions(connection.writer(), background.clock());
		this.heartbeat = new Heartbeat(this, connection, background, told);
	}

	/** Whose session it is. */
	public Cluster cluster() {
		return cluster;
	}

	@Override
	public String id() {
		return cluster.id();
	}

	@Override
	public String name() {
		return cluster.name();
	}

	@Override
	public String identity() {
		return cluster.context().user().impersonate().map(KubeUser.Impersonation::user)
				.orElse(cluster.context().user().name());
	}

	@Override
	public String context() {
		return cluster.context().name();
	}

	@Override
	public Permissions permissions() {
		return permissions;
	}

	@Override
	public Mark mark() {
		return mark.get();
	}

	@Override
	public Catalogue catalogue() {
		return cluster.state().catalogue();
	}

	@Override
	public Writer writer(Confirmation confirmation) {
		return new GuardedWriter(connection.writer(), cluster.name(), mark, confirmation);
	}

	/** Reads objects; blocks, so call it on a thread made by {@link #run}. */
	@Override
	public Reader reader() {
		return connection.reader();
	}

	/** The same reader, whose lists and watches give rows by these plans where there is one. */
	public Reader reader(RowPlans plans) {
		return connection.reader(plans);
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
	 * Runs work on a thread of this session; on a closed session, does nothing.
	 *
	 * @return interrupts the work
	 */
	public Runnable run(Work work) {
		Thread thread = background.threads().newThread(() -> {
			try {
				work.run();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt(); // the session or the caller ended it
			} catch (RuntimeException e) {
				if (!closed) { // what a cut connection makes of its requests is no news
					LOG.error("Work on {} failed.", cluster.name(), e);
				}
			} finally {
				threads.remove(Thread.currentThread());
			}
		});
		threads.add(thread);
		if (closed) {
			threads.remove(thread);
		} else {
			thread.start(); // an interrupt that came before holds
		}
		return thread::interrupt;
	}

	/** Asks the cluster again now, kinds included, instead of at the next beat; and the person, if a login was given up. */
	public void refresh() {
		connection.loginAgain();
		heartbeat.now();
	}

	@Override
	public void close() {
		closed = true;
		heartbeat.close();
		threads.forEach(Thread::interrupt);
		connection.close();
	}

	/** Waits for its threads to end, until the time is over; says whether they have. */
	boolean await(Instant end) throws InterruptedException {
		for (Thread thread : threads) {
			Duration left = Duration.between(background.clock().instant(), end);
			if (thread != Thread.currentThread() && thread.isAlive() && !thread.join(left)) {
				return false;
			}
		}
		return true;
	}
}
