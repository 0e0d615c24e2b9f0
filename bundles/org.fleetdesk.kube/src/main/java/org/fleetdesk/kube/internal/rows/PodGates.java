package org.fleetdesk.kube.internal.rows;

import org.jspecify.annotations.Nullable;

/** How many of a pod's readiness gates are open: "1/2"; nothing for a pod without any. */
final class PodGates implements Reducer {

	private final StringPool pool;
	private final Slot gates;
	private final Slot types;
	private final Slot statuses;

	PodGates(Inputs in) {
		pool = in.pool();
		gates = in.text("spec.readinessGates[*].conditionType");
		types = in.text("status.conditions[*].type");
		statuses = in.text("status.conditions[*].status");
	}

	@Override
	public @Nullable Object cell() {
		int open = 0;
		for (int gate = 0; gate < gates.count(); gate++) {
			for (int i = 0; i < types.count(); i++) {
				if (types.text(i).equals(gates.text(gate))) {
					open += statuses.text(i).equals("True") ? 1 : 0;
					break;
				}
			}
		}
		return gates.count() == 0 ? null : Joins.ratio(open, gates.count(), pool);
	}
}
