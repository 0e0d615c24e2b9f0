package org.fleetdesk.contract;

import java.time.InstantSource;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.GuardedWriter;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.fleet.Permissions;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.write.Writer;

/** A cluster as an operation uses it. */
record Access(String name, Mark mark, Catalogue catalogue, Reader reader, Writer real) implements ClusterAccess {
	@Override
	public String id() {
		return name;
	}

	@Override
	public String identity() {
		return "admin";
	}

	@Override
	public String context() {
		return name;
	}

	@Override
	public Permissions permissions() {
		return new Permissions(real, InstantSource.system());
	}

	@Override
	public Writer writer(Confirmation confirmation) {
		return new GuardedWriter(real, name, () -> mark, confirmation);
	}
}
