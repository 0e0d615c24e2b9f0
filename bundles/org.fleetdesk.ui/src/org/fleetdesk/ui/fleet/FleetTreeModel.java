package org.fleetdesk.ui.fleet;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.Sections;

/**
 * Keeps the newest fleet tree: built again, at most ten times a second and on threads of its own, when the fleet, its
 * namespaces or the filter change. Safe for any thread; the view owns and closes it.
 */
final class FleetTreeModel implements AutoCloseable {
	private static final long GAP_MILLIS = 100;
	private final Fleet fleet;
	private final Sections sections;
	private final Background background;
	private final NamespaceLists namespaces;
	private final Listeners listeners = new Listeners();
	private final Registration fleetChanges;
	private final AtomicBoolean pending = new AtomicBoolean();
	private final Object building = new Object();
	private volatile boolean closed;
	private volatile String filter = "";
	private volatile FleetTree tree = FleetTree.EMPTY;

	FleetTreeModel(Fleet fleet, Sections sections, Background background) {
		this.fleet = Objects.requireNonNull(fleet);
		this.sections = Objects.requireNonNull(sections);
		this.background = Objects.requireNonNull(background);
		this.namespaces = new NamespaceLists(fleet, background, this::touch);
		this.fleetChanges = fleet.listen(this::touch);
		touch();
	}

	/** The newest tree. */
	FleetTree tree() {
		return tree;
	}

	/** Tells that there is a newer tree, on a thread of its own. */
	Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	/** Shows only nodes on whose path every word stands. */
	void filter(String text) {
		filter = text;
		touch();
	}

	/** Begins to list a cluster's namespaces. */
	void wantNamespaces(Cluster cluster) {
		namespaces.want(cluster);
	}

	private void touch() {
		if (!closed && pending.compareAndSet(false, true)) {
			background.scheduler().schedule(() -> background.threads().newThread(this::build).start(), GAP_MILLIS,
					TimeUnit.MILLISECONDS);
		}
	}

	private void build() {
		synchronized (building) {
			pending.set(false);
			if (closed) {
				return;
			}
			namespaces.tidy();
			tree = new FleetTreeBuilder(fleet, sections, namespaces, filter).build();
		}
		listeners.changed();
	}

	@Override
	public void close() {
		closed = true;
		fleetChanges.close();
		namespaces.close();
	}
}
