package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import org.fleetdesk.kube.read.RowPlan;
import org.jspecify.annotations.Nullable;

/**
 * How much of a resource a pod asks for, as the scheduler counts it: what its containers and sidecars ask for together, or
 * more if an init container and the sidecars that were started before it ask for more, and the overhead of its runtime.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers">Resource
 *      sharing within containers</a>
 */
final class PodRequest implements Reducer {
	private final String type;
	private final StringPool pool;
	private final Slot containers;
	private final Slot inits;
	private final Slot initPolicies;
	private final Slot overhead;

	private PodRequest(String type, Inputs in, String resource) {
		this.type = type;
		pool = in.pool();
		Slot.Type form = Scalars.form(type);
		containers = in.slot("spec.containers[*].resources.requests['" + resource + "']", form);
		inits = in.slot("spec.initContainers[*].resources.requests['" + resource + "']", form);
		initPolicies = in.text("spec.initContainers[*].restartPolicy");
		overhead = in.slot("spec.overhead['" + resource + "']", form);
	}

	/** Of the resource that follows the word. */
	static Reducer of(RowPlan.Cell cell, Inputs in, String resource) {
		check(cell);
		return new PodRequest(cell.column().type(), in, resource);
	}

	/** What is asked of a pod's resources has no paths, and is a quantity. */
	static void check(RowPlan.Cell cell) {
		Inputs.some(cell.paths(), 0, 0, cell.reduce().split(" ", 2)[0]);
		String type = cell.column().type();
		if (!type.equals("cpu") && !type.equals("bytes")) {
			throw new IllegalArgumentException(text("plan.type.other", cell.reduce(), type));
		}
	}

	@Override
	public @Nullable Object cell() {
		long together = Slot.NONE;
		for (int i = 0; i < containers.count(); i++) {
			together = plus(together, containers.number(i));
		}
		long sidecars = Slot.NONE;
		long most = Slot.NONE; // while init containers run
		for (int i = 0; i < inits.count(); i++) {
			long now = plus(sidecars, inits.number(i));
			most = Math.max(most, now);
			if (initPolicies.text(i).equals("Always")) {
				sidecars = now;
			}
		}
		long request = plus(Math.max(plus(together, sidecars), most), overhead.number());
		return Scalars.cell(type, request, pool);
	}

	/** Both together; what is not there asks for nothing. */
	private static long plus(long a, long b) {
		return a == Slot.NONE ? b : b == Slot.NONE ? a : Scalars.bounded(Math::addExact, a, b);
	}
}
