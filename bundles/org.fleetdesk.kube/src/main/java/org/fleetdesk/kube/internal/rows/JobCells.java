package org.fleetdesk.kube.internal.rows;

/** What kubectl says about a job that stands at no path. */
final class JobCells {

	private JobCells() {
	}

	/** "Complete", "Failed", "Running". */
	static Reducer status(Inputs in) {
		Slot types = in.text("status.conditions[*].type");
		Slot statuses = in.text("status.conditions[*].status");
		Slot deleted = in.time("metadata.deletionTimestamp");
		return () -> {
			for (String state : new String[]{"Complete", "Failed"}) {
				if (holds(types, statuses, state)) {
					return state;
				}
			}
			if (deleted.number() != Slot.NONE) {
				return "Terminating";
			}
			for (String state : new String[]{"Suspended", "FailureTarget", "SuccessCriteriaMet"}) {
				if (holds(types, statuses, state)) {
					return state;
				}
			}
			return "Running";
		};
	}

	/** Whether the first condition of a type is true. */
	private static boolean holds(Slot types, Slot statuses, String type) {
		for (int i = 0; i < types.count(); i++) {
			if (types.text(i).equals(type)) {
				return statuses.text(i).equals("True");
			}
		}
		return false;
	}

	/** "2/5", or of a job that only says how many run at a time "1/1 of 3". */
	static Reducer completions(Inputs in) {
		Slot succeeded = in.number("status.succeeded");
		Slot completions = in.number("spec.completions");
		Slot parallelism = in.number("spec.parallelism");
		return () -> {
			if (completions.number() != Slot.NONE) {
				return Joins.ratio(succeeded.or0(0), completions.number(), in.pool());
			}
			String done = Joins.ratio(succeeded.or0(0), 1, in.pool());
			return parallelism.or0(0) > 1 ? in.pool().share(done + " of " + parallelism.number()) : done;
		};
	}
}
