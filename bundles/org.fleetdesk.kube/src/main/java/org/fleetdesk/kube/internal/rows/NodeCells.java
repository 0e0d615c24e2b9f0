package org.fleetdesk.kube.internal.rows;

import java.util.TreeSet;

/** What kubectl says about a node that stands at no path. */
final class NodeCells {

	private static final String ROLE_PREFIX = "node-role.kubernetes.io/";

	private NodeCells() {
	}

	/** "Ready", "NotReady,SchedulingDisabled", "Unknown". */
	static Reducer status(Inputs in) {
		Slot ready = in.text("status.conditions[type=Ready].status");
		Slot unschedulable = in.number("spec.unschedulable");
		return () -> {
			String status = ready.count() == 0
					? "Unknown"
					: ready.text(ready.count() - 1).equals("True") ? "Ready" : "NotReady";
			return in.pool().share(unschedulable.or0(0) == 1 ? status + ",SchedulingDisabled" : status);
		};
	}

	/** The roles that its labels say, "control-plane,worker". */
	static Reducer roles(Inputs in) {
		Slot keys = in.keys("metadata.labels.*");
		Slot values = in.text("metadata.labels.*");
		return () -> {
			TreeSet<String> roles = new TreeSet<>();
			for (int i = 0; i < keys.count(); i++) {
				String key = keys.text(i);
				if (key.startsWith(ROLE_PREFIX) && key.length() > ROLE_PREFIX.length()) {
					roles.add(key.substring(ROLE_PREFIX.length()));
				} else if (key.equals("kubernetes.io/role") && !values.text(i).isEmpty()) {
					roles.add(values.text(i));
				}
			}
			return roles.isEmpty() ? null : in.pool().share(String.join(",", roles));
		};
	}
}
