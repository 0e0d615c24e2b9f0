package org.fleetdesk.core.fleet;

import static org.fleetdesk.core.internal.Texts.text;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Page;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.RowSink;
import org.fleetdesk.kube.read.Scope;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a cluster again and again how it stands: its version and the number of nodes and pods at every beat, its kinds
 * now and then. A cluster that is away is asked at growing distances. Between two beats there is no thread.
 */
final class Heartbeat implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
	private static final Duration BEAT = Duration.ofSeconds(20);
	private static final Duration DISCOVERY = Duration.ofMinutes(2);
	private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

	private final ClusterSession session;
	private final Connection connection;
	private final Background background;
	private final Consumer<ClusterState> told;
	private Instant discovered = Instant.MIN; // confined to the beat
	private Duration wait = SHORTEST_WAIT; // confined to the beat
	private final Set<String> uncounted = new HashSet<>(); // confined to the beat

	// guarded by this
	private boolean beating;
	private boolean again;
	private boolean rediscover;
	private boolean closed;
	private @Nullable ScheduledFuture<?> next;

	Heartbeat(ClusterSession session, Connection connection, Background background, Consumer<ClusterState> told) {
		this.session = session;
		this.connection = connection;
		this.background = background;
		this.told = told;
	}

	/** Beats at once, kinds included; at once again if a beat is under way. */
	synchronized void now() {
		rediscover = true;
		if (beating) {
			again = true;
		} else {
			begin();
		}
	}

	private synchronized void begin() {
		if (closed || beating) {
			return;
		}
		if (next != null) {
			next.cancel(false);
			next = null;
		}
		beating = true;
		session.run(this::beat);
	}

	private synchronized void end(Duration pause) {
		beating = false;
		if (again) {
			again = false;
			begin();
		} else if (!closed) {
			next = background.scheduler().schedule(this::begin, pause.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private synchronized boolean rediscover() {
		boolean asked = rediscover;
		rediscover = false;
		return asked;
	}

	private void beat() throws InterruptedException {
		Duration pause = BEAT;
		try {
			told.accept(ask());
			wait = SHORTEST_WAIT;
		} catch (KubeException problem) {
			pause = away(problem);
		} catch (RuntimeException e) { // the beat goes on whatever a server sends
			LOG.error("The heartbeat of {} failed.", session.cluster().name(), e);
			var request = new KubeException.Request(session.cluster().name(), "discover", "");
			pause = away(new KubeException.ServerFault(request, new KubeException.Answer(0, "",
					text("heartbeat.strange", session.cluster().name())), e));
		}
		end(pause);
	}

	private Duration away(KubeException problem) {
		told.accept(state().in(Phase.AWAY, background.clock().instant(), Optional.of(problem)));
		discovered = Instant.MIN;
		Duration pause = wait;
		wait = wait.multipliedBy(2).compareTo(BEAT) > 0 ? BEAT : wait.multipliedBy(2);
		return pause;
	}

	private ClusterState state() {
		return session.cluster().state();
	}

	private ClusterState ask() throws InterruptedException {
		Optional<ServerVersion> version = version();
		Instant now = background.clock().instant();
		if (rediscover() || !discovered.plus(DISCOVERY).isAfter(now)) {
			discovered = Instant.MIN; // if it fails, the next beat tries again
			Catalogue catalogue = connection.discovery().resources();
			discovered = now;
			uncounted.clear();
			told.accept(open(version, catalogue, state().nodes(), state().pods()));
		}
		Catalogue catalogue = state().catalogue();
		return open(version, catalogue, count(catalogue, "nodes", state().nodes()),
				count(catalogue, "pods", state().pods()));
	}

	private ClusterState open(Optional<ServerVersion> version, Catalogue catalogue, OptionalLong nodes,
			OptionalLong pods) {
		ClusterState old = state();
		Instant since = old.phase() == Phase.OPEN ? old.since() : background.clock().instant();
		return new ClusterState(Phase.OPEN, since, Optional.empty(), version, catalogue, nodes, pods);
	}

	/** The version; none where the server hides it, which says nothing about the rest. */
	private Optional<ServerVersion> version() throws InterruptedException {
		try {
			return Optional.of(connection.discovery().version());
		} catch (KubeException.Forbidden | KubeException.NotFound e) {
			return Optional.empty();
		}
	}

	/** How many there are: the server's count, or what was known where it is too busy, or nothing where it says no. */
	private OptionalLong count(Catalogue catalogue, String resource, OptionalLong known) throws InterruptedException {
		Optional<ResourceType> type = catalogue.types().stream()
				.filter(t -> t.group().isEmpty() && t.plural().equals(resource)).findFirst();
		if (type.isEmpty() || uncounted.contains(resource)) {
			return OptionalLong.empty();
		}
		try {
			Counter counter = new Counter();
			Page page = connection.reader().list(Scope.all(type.get()), ListOptions.page(1), counter);
			boolean unknown = page.next().isPresent() && page.remaining().isEmpty();
			return unknown ? OptionalLong.empty() : OptionalLong.of(counter.rows + page.remaining().orElse(0));
		} catch (KubeException.Throttled | KubeException.ServerFault e) {
			return known;
		} catch (KubeException.Forbidden | KubeException.NotFound | KubeException.Invalid e) {
			uncounted.add(resource); // until the next discovery, so as not to fill the server's audit log
			return OptionalLong.empty();
		}
	}

	private static final class Counter implements RowSink {
		private long rows;

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
	public synchronized void close() {
		closed = true;
		if (next != null) {
			next.cancel(false);
		}
	}
}
