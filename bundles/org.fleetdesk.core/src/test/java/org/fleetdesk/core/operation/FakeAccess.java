package org.fleetdesk.core.operation;

import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.FakeTime;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.write.Writer;

/** A cluster named prod whose requests to change something go to a fake. */
record FakeAccess(Mark mark, Writer real) implements ClusterAccess {
	@Override
	public String id() {
		return "prod";
	}

	@Override
	public String name() {
		return "prod";
	}

	@Override
	public String identity() {
		return "me";
	}

	@Override
	public Catalogue catalogue() {
		return Catalogue.EMPTY;
	}

	@Override
	public Reader reader() {
		return new FakeServer(new FakeTime(), "prod").connect().reader();
	}

	@Override
	public Writer writer(Confirmation confirmation) {
		return new GuardedWriter(real, name(), this::mark, confirmation);
	}
}
