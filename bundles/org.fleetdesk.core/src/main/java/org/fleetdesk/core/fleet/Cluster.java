package org.fleetdesk.core.fleet;

import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.config.KubeContext;

import org.jspecify.annotations.Nullable;

/**
 * A registered cluster: a context of a kubeconfig, closed until it is used. Safe for any thread. Made and owned by the
 * {@link Fleet}; the same object as long as its context stays as it is.
 */
public final class Cluster {
	private final String id;
	private final String name;
	private final KubeContext context;
	private final boolean demo;
	private volatile ClusterState state;
	private volatile @Nullable ClusterSession session;

	Cluster(String id, String name, KubeContext context, boolean demo, ClusterState state) {
		this.id = Objects.requireNonNull(id);
		this.name = Objects.requireNonNull(name);
		this.context = Objects.requireNonNull(context);
		this.demo = demo;
		this.state = Objects.requireNonNull(state);
	}

	/** Its key in settings and mementos: stays the same over restarts. */
	public String id() {
		return id;
	}

	/** The id of the source it came from. */
	public String sourceId() {
		return id.equals(context.name()) ? "" : id.substring(0, id.length() - context.name().length() - 1);
	}

	/** What it is called on the screen: the context's name, with its source where two have the same. */
	public String name() {
		return name;
	}

	/** The context it stands for. */
	public KubeContext context() {
		return context;
	}

	/**
	 * Whether it is simulated, so that nothing in it is real: it came with the demo, or its server says so. Whatever shows a
	 * cluster shows this too.
	 */
	public boolean demo() {
		return demo || state.version().flatMap(Vendor::of).filter(v -> v == Vendor.DEMO).isPresent();
	}

	/** What is known of it now. */
	public ClusterState state() {
		return state;
	}

	/** The open session, if it is open; owned by the fleet. */
	public Optional<ClusterSession> session() {
		return Optional.ofNullable(session);
	}

	void state(ClusterState newest) {
		state = newest;
	}

	void session(@Nullable ClusterSession opened) {
		session = opened;
	}

	@Override
	public String toString() {
		return name;
	}
}
