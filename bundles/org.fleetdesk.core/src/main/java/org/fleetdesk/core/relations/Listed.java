package org.fleetdesk.core.relations;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.LiveStore;
import org.fleetdesk.core.live.Snapshot;
import org.fleetdesk.core.relations.RelationGraph.Id;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;

/**
 * A list as it is now. Immutable.
 *
 * @param plan how its rows are read
 * @param whole whether it has all that there is
 */
record Listed(Scope scope, RelationPlan plan, Snapshot snapshot, boolean whole) {
	private static final String NAME = "metadata.name=";

	static Listed of(LiveStore store, RelationPlan plan) {
		Snapshot snapshot = store.snapshot();
		return new Listed(store.scope(), plan, snapshot,
				store.whole() && snapshot.freshness().state() == State.LIVE);
	}

	/** The list of one object. */
	static Scope of(Scope all, String name) {
		return new Scope(all.type(), all.namespace(), "", NAME + name);
	}

	/** Whether an object would be in it if it existed. */
	boolean covers(Id id) {
		return KindKey.of(scope.type()).equals(id.kind()) && scope.labels().isEmpty()
				&& (scope.namespace().isEmpty() || scope.namespace().equals(id.namespace()))
				&& (scope.fields().isEmpty() || scope.fields().equals(NAME + id.name()));
	}
}
