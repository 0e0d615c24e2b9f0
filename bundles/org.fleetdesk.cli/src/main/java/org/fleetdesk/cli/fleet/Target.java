package org.fleetdesk.cli.fleet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Permissions;
import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.Connector;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ServerVersion;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.RowPlans;
import org.fleetdesk.kube.write.Writer;
import org.jspecify.annotations.Nullable;

/** A cluster that a command speaks to. Contacted at the first request; the command closes it. */
public final class Target implements AutoCloseable {
	private final String id;
	private final String name;
	private final Mark mark;
	private final KubeContext context;
	private final Connection connection;
	private final Optional<Duration> timeout;
	private final ScheduledExecutorService scheduler;
	private @Nullable Permissions permissions; // guarded by this; made for who asks

	Target(Cluster cluster, Mark mark, KubeContext context, Connector connector, Optional<Duration> timeout,
			ScheduledExecutorService scheduler) {
		this.id = cluster.id();
		this.name = cluster.name();
		this.mark = Objects.requireNonNull(mark);
		this.context = Objects.requireNonNull(context);
		this.connection = connector.connect(context);
		this.timeout = Objects.requireNonNull(timeout);
		this.scheduler = Objects.requireNonNull(scheduler);
	}

	/** What settings and the journal call it. */
	public String id() {
		return id;
	}

	/** How it is marked. */
	public Mark mark() {
		return mark;
	}

	/** What the user calls it. */
	public String name() {
		return name;
	}

	/** The context it stands for. */
	public KubeContext context() {
		return context;
	}

	/** Where objects without a namespace of their own are looked for. */
	public String defaultNamespace() {
		return context.namespace().filter(n -> !n.isEmpty()).orElse("default");
	}

	/** Reads objects, within the user's time limit. */
	public Reader reader() {
		return timed(connection.reader());
	}

	/** The same, whose lists give rows by these plans where there is one for a type. */
	public Reader reader(RowPlans plans) {
		return timed(connection.reader(plans));
	}

	private Reader timed(Reader reader) {
		return timeout.<Reader>map(limit -> new TimedReader(reader, name, limit, scheduler)).orElse(reader);
	}

	/** Changes objects as far as the cluster's mark allows, within the user's time limit. */
	public Writer writer(Confirmation confirmation) {
		return new GuardedWriter(timed(connection.writer()), name, this::mark, confirmation);
	}

	private Writer timed(Writer writer) {
		return timeout.<Writer>map(limit -> new TimedWriter(writer, name, limit, scheduler)).orElse(writer);
	}

	/** What one may do there. */
	public synchronized Permissions permissions() {
		Permissions made = permissions == null
				? new Permissions(timed(connection.writer()), InstantSource.system())
				: permissions;
		permissions = made;
		return made;
	}

	/** What it serves. */
	public Catalogue catalogue() throws InterruptedException {
		return timeout.isEmpty()
				? connection.discovery().resources()
				: TimedReader.within(name, "discover", timeout.get(), scheduler,
						() -> connection.discovery().resources());
	}

	/** The server's version. */
	public ServerVersion version() throws InterruptedException {
		return timeout.isEmpty()
				? connection.discovery().version()
				: TimedReader.within(name, "discover", timeout.get(), scheduler,
						() -> connection.discovery().version());
	}

	@Override
	public void close() {
		connection.close();
	}
}
