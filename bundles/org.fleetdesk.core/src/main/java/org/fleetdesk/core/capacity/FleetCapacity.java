package org.fleetdesk.core.capacity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Listeners;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.Renewal;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every cluster of the fleet has and what is asked of it, kept live and summed at most once a second. Lists the nodes,
 * pods, volumes and claims of each open cluster, so make one only while somebody looks at it; clusters that are not open are
 * not contacted. Safe for any thread; its owner closes it.
 */
public final class FleetCapacity implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(FleetCapacity.class);
	private static final long GAP_MILLIS = 1_000;

	private record Held(ClusterSession session, ClusterLists lists) {
	}

	private final Fleet fleet;
	private final Background background;
	private final Listeners listeners = new Listeners();
	private final Registration fleetChanges;
	private final Map<String, Held> held = new LinkedHashMap<>(); // used by one sum at a time, as the renewal has it
	private final Renewal renewal;
	private volatile List<ClusterCapacity> capacities = List.of();

	/** The capacities of a fleet; the first are known a moment later. */
	public FleetCapacity(Fleet fleet, Background background) {
		this.fleet = Objects.requireNonNull(fleet);
		this.background = Objects.requireNonNull(background);
		this.renewal = new Renewal(background, this::sum, this::letGo, took -> GAP_MILLIS);
		this.fleetChanges = fleet.listen(renewal::touch);
		renewal.touch();
	}

	/** The newest, one for each registered cluster, in the fleet's order. */
	public List<ClusterCapacity> capacities() {
		return capacities;
	}

	/** Tells that there are newer ones, on a thread of its own. */
	public Registration listen(Runnable listener) {
		return listeners.add(listener);
	}

	private void sum() {
		try {
			capacities = summed();
		} catch (RuntimeException e) { // the next change tries again
			LOG.error("The capacities could not be summed.", e);
		}
		listeners.changed();
	}

	private List<ClusterCapacity> summed() {
		List<ClusterCapacity> all = new ArrayList<>();
		Map<String, Held> unused = new LinkedHashMap<>(held);
		for (Cluster cluster : fleet.clusters()) {
			Held known = unused.remove(cluster.id());
			ClusterSession session = cluster.session().orElse(null);
			if (known != null && known.session() != session) {
				known.lists().close();
				held.remove(cluster.id());
			}
			all.add(new ClusterCapacity(cluster, session == null
					? Capacity.UNKNOWN
					: held.computeIfAbsent(cluster.id(),
							id -> new Held(session, new ClusterLists(fleet, cluster, background, renewal::touch)))
							.lists()
							.capacity()));
		}
		unused.forEach((id, left) -> {
			left.lists().close();
			held.remove(id);
		});
		return List.copyOf(all);
	}

	private void letGo() {
		held.values().forEach(left -> left.lists().close());
		held.clear();
	}

	/** Gives its lists back; a sum that is under way does so when it ends. Returns at once. */
	@Override
	public void close() {
		fleetChanges.close();
		renewal.close();
	}
}
