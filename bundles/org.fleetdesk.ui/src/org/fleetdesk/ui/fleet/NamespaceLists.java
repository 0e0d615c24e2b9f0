package org.fleetdesk.ui.fleet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Registration;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.watch.Freshness;

import org.jspecify.annotations.Nullable;

/**
 * The namespaces of the clusters whose namespaces someone looked at, live. Where a user may not list them, those that are
 * known otherwise. Safe for any thread; the fleet tree's model owns and closes it.
 */
final class NamespaceLists implements AutoCloseable {
	private static final KindKey NAMESPACES = new KindKey("", "namespaces");

	/**
	 * What is known of a cluster's namespaces.
	 *
	 * @param names their names, sorted
	 * @param state how true that is
	 * @param problem why it is not live
	 */
	record Names(List<String> names, Freshness.State state, Optional<KubeException> problem) {
		boolean forbidden() {
			return problem.filter(KubeException.Forbidden.class::isInstance).isPresent();
		}
	}

	private final class Held {
		private final ListModel model;
		private final Registration registration;
		private volatile Names names = new Names(List.of(), Freshness.State.LOADING, Optional.empty());

		private Held(Cluster cluster) {
			model = new ListModel(fleet, ListQuery.all(NAMESPACES, List.of(cluster)), background);
			registration = model.listen(() -> {
				names = names(model.content());
				changed.run();
			});
		}
	}

	private final Fleet fleet;
	private final Background background;
	private final Runnable changed;
	private final Map<Cluster, Held> held = new ConcurrentHashMap<>();

	/** Lists of nobody yet; {@code changed} is told from any thread. */
	NamespaceLists(Fleet fleet, Background background, Runnable changed) {
		this.fleet = Objects.requireNonNull(fleet);
		this.background = Objects.requireNonNull(background);
		this.changed = Objects.requireNonNull(changed);
	}

	/** Begins to list an open cluster's namespaces; does nothing if it is not open or is listed already. */
	void want(Cluster cluster) {
		if (cluster.session().isPresent()) {
			held.computeIfAbsent(cluster, Held::new);
		}
	}

	/** What is known; a cluster of which nobody wanted to know is loading. */
	Names of(Cluster cluster) {
		Held known = held.get(cluster);
		return known == null
				? new Names(List.of(), Freshness.State.LOADING, Optional.empty())
				: known.names;
	}

	/** Lets the lists of clusters go that are closed or gone. */
	void tidy() {
		held.keySet().stream().filter(c -> c.session().isEmpty() || !fleet.clusters().contains(c))
				.forEach(c -> letGo(held.remove(c)));
	}

	private static Names names(ListContent content) {
		List<String> names = content.lines().stream().map(l -> l.row().name()).sorted().toList();
		return content.parts().stream().findFirst()
				.map(p -> new Names(names, p.freshness().state(), p.freshness().problem()))
				.orElseGet(() -> new Names(names, Freshness.State.LOADING, Optional.empty()));
	}

	private static void letGo(@Nullable Held old) {
		if (old != null) {
			old.registration.close();
			old.model.close();
		}
	}

	@Override
	public void close() {
		held.values().forEach(NamespaceLists::letGo);
		held.clear();
	}
}
