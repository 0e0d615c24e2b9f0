package org.fleetdesk.ui.object;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;

/**
 * Names one object of one cluster, also over restarts and when the cluster is closed.
 *
 * @param cluster the cluster's id
 * @param type the kind's key
 * @param kind the kind as objects have it: "Pod"
 * @param namespace the namespace, or empty
 * @param name the name
 */
public record ObjectRef(String cluster, KindKey type, String kind, String namespace, String name) {
	public ObjectRef {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(type);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(namespace);
		Objects.requireNonNull(name);
	}

	/** The object of a line. */
	public static ObjectRef of(Line line) {
		ResourceType type = line.store().scope().type();
		return new ObjectRef(line.cluster().id(), KindKey.of(type), type.kind(), line.row().namespace(),
				line.row().name());
	}

	/** The object as operations name it; empty while its cluster is not open. */
	public Optional<Target> target(Fleet fleet) {
		Optional<Cluster> registered = fleet.cluster(cluster);
		return registered.flatMap(c -> type.in(c.state().catalogue())).flatMap(served -> registered
				.flatMap(Cluster::session).map(session -> new Target(session, new ObjectKey(served, namespace, name))));
	}

	/** The cluster's name as people know it, its id where it is not registered. */
	public String place(Fleet fleet) {
		return fleet.cluster(cluster).map(Cluster::name).orElse(cluster);
	}

	/** "namespace/name", or the name alone. */
	public String path() {
		return namespace.isEmpty() ? name : namespace + "/" + name;
	}
}
