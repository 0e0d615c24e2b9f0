package org.fleetdesk.core.live;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness;

/** Stores of no fleet, for tests of what follows them. */
public final class Stores {
	private Stores() {
	}

	/** A store that loads. */
	public static LiveStore store(Cluster cluster, Scope scope, InstantSource clock) {
		return new LiveStore(cluster, scope, clock);
	}

	/** Gives a store these rows as a list from its server does. */
	public static void list(LiveStore store, List<Column> columns, List<Row> rows, InstantSource clock) {
		store.relist();
		store.columns(columns);
		rows.forEach(store::row);
		store.complete();
		store.freshness(new Freshness(Freshness.State.LIVE, clock.instant(), Optional.empty()));
	}
}
