package org.fleetdesk.kube.internal.rows;

import org.fleetdesk.kube.read.RowPlan;
import org.jspecify.annotations.Nullable;

/**
 * How much of a resource a pod may use at most while it runs: the limits of its containers and sidecars together; nothing as
 * soon as one of them has none.
 */
final class PodLimit implements Reducer {
	private final String type;
	private final StringPool pool;
	private final Slot containers;
	private final Slot inits;
	private final Slot initPolicies;

	private PodLimit(String type, Inputs in, String resource) {
		this.type = type;
		pool = in.pool();
		Slot.Type form = Scalars.form(type);
		containers = in.slot("spec.containers[*].resources.limits['" + resource + "']", form);
		inits = in.slot("spec.initContainers[*].resources.limits['" + resource + "']", form);
		initPolicies = in.text("spec.initContainers[*].restartPolicy");
	}

	/** Of the resource that follows the word. */
	static Reducer of(RowPlan.Cell cell, Inputs in, String resource) {
		PodRequest.check(cell);
		return new PodLimit(cell.column().type(), in, resource);
	}

	@Override
	public @Nullable Object cell() {
		long limit = containers.count() == 0 ? Slot.NONE : 0;
		for (int i = 0; i < containers.count(); i++) {
			limit = plus(limit, containers.number(i));
		}
		for (int i = 0; i < inits.count(); i++) {
			if (initPolicies.text(i).equals("Always")) {
				limit = plus(limit, inits.number(i));
			}
		}
		return Scalars.cell(type, limit, pool);
	}

	/** Both together; without a limit if one has none. */
	private static long plus(long a, long b) {
		return a == Slot.NONE || b == Slot.NONE ? Slot.NONE : Scalars.bounded(Math::addExact, a, b);
	}
}
