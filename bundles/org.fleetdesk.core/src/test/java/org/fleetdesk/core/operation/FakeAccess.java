package org.fleetdesk.core.operation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.FakeTime;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Permissions;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.write.Writer;

/** A cluster as an operation uses it, whose requests go to fakes. */
public record FakeAccess(String name, Mark mark, Catalogue catalogue, Reader reader, Writer real)
		implements
			ClusterAccess {

	/** A cluster named prod of which nothing is read. */
	FakeAccess(Mark mark, Writer real) {
		this("prod", mark, Catalogue.EMPTY, new FakeServer(new FakeTime(), "prod").connect().reader(), real);
	}

	/** Threads that are real, a clock that stands, and waiting that takes no time. */
	public static Background at(Instant now) {
		ScheduledExecutorService scheduler = new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().factory()) {
			@Override
			public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
				return super.schedule(work, 0, unit);
			}
		};
		return new Background(Thread.ofVirtual().factory(), scheduler, InstantSource.fixed(now));
	}

	@Override
	public String id() {
		return name;
	}

	@Override
	public String identity() {
		return "me";
	}

	@Override
	public String context() {
		return "the " + name;
	}

	@Override
	public Permissions permissions() {
		return new Permissions(real, InstantSource.system());
	}

	@Override
	public Writer writer(Confirmation confirmation) {
		return new GuardedWriter(real, name, this::mark, confirmation);
	}
}
