package org.fleetdesk.kube.internal.rows;

import org.jspecify.annotations.Nullable;

/**
 * What kubectl says about the containers of a pod: ready, status, restarts. Computed once for each object, as the API server's
 * printer does it.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/printers/internalversion/printers.go">printPod</a>
 */
final class PodStates {

	private static final String RUNNING = "Running";

	/** The statuses of containers, init or not; the same index is the same container. */
	private static final class Containers {
		private final Slot name;
		private final Slot restarts;
		private final Slot ready;
		private final Slot started;
		private final Slot waiting;
		private final Slot running;
		private final Slot terminated;
		private final Slot reason;
		private final Slot exitCode;
		private final Slot signal;
		private final Slot lastFinished;
		private final Slot lastEnded;
		private final Slot lastReason;
		private final Slot lastExitCode;
		private final Slot lastSignal;

		Containers(Inputs in, String path) {
			name = in.text(path + ".name");
			restarts = in.number(path + ".restartCount");
			ready = in.number(path + ".ready");
			started = in.number(path + ".started");
			waiting = in.text(path + ".state.waiting.reason");
			running = in.flag(path + ".state.running");
			terminated = in.flag(path + ".state.terminated");
			reason = in.text(path + ".state.terminated.reason");
			exitCode = in.number(path + ".state.terminated.exitCode");
			signal = in.number(path + ".state.terminated.signal");
			lastFinished = in.time(path + ".lastState.terminated.finishedAt");
			lastEnded = in.flag(path + ".lastState.terminated");
			lastReason = in.text(path + ".lastState.terminated.reason");
			lastExitCode = in.number(path + ".lastState.terminated.exitCode");
			lastSignal = in.number(path + ".lastState.terminated.signal");
		}

		int count() {
			return name.count();
		}

		boolean terminated(int index) {
			return terminated.number(index) == 1;
		}

		String end(int index) {
			if (!reason.text(index).isEmpty()) {
				return reason.text(index);
			}
			long by = signal.or0(index);
			return by != 0 ? "Signal:" + by : "ExitCode:" + exitCode.or0(index);
		}
	}

	private final Inputs in;
	private final Slot phase;
	private final Slot podReason;
	private final Slot deleted;
	private final Slot conditionTypes;
	private final Slot conditionStatuses;
	private final Slot conditionReasons;
	private final Slot containers;
	private final Slot initNames;
	private final Slot initPolicies;
	private final Containers init;
	private final Containers usual;
	private int computed = -1;
	private String status = "";
	private long ready;
	private long total;
	private long restarts;
	private long lastRestart;
	private long sidecarRestarts;
	private long sidecarLastRestart;

	private PodStates(Inputs in) {
		this.in = in;
		phase = in.text("status.phase");
		podReason = in.text("status.reason");
		deleted = in.time("metadata.deletionTimestamp");
		conditionTypes = in.text("status.conditions[*].type");
		conditionStatuses = in.text("status.conditions[*].status");
		conditionReasons = in.text("status.conditions[*].reason");
		containers = in.count("spec.containers[*]");
		initNames = in.text("spec.initContainers[*].name");
		initPolicies = in.text("spec.initContainers[*].restartPolicy");
		init = new Containers(in, "status.initContainerStatuses[*]");
		usual = new Containers(in, "status.containerStatuses[*]");
	}

	static PodStates of(Inputs in) {
		return in.part(PodStates.class, PodStates::new);
	}

	/** "Running", "CrashLoopBackOff", "Init:1/2". */
	Reducer status() {
		return () -> {
			compute();
			return status.isEmpty() ? null : in.pool().share(status);
		};
	}

	/** "1/2": containers that are ready, of all that stay. */
	Reducer ready() {
		return () -> {
			compute();
			return Joins.ratio(ready, total, in.pool());
		};
	}

	/** How often its containers were started again. */
	Reducer restarts() {
		return () -> {
			compute();
			return in.pool().share(restarts);
		};
	}

	/** When the last of them was. */
	Reducer lastRestart() {
		return () -> {
			compute();
			return restarts == 0 ? null : time(lastRestart);
		};
	}

	/** Why the last container that was started again had ended: "OOMKilled (137)". */
	Reducer lastExit() {
		return () -> {
			Containers last = null;
			int index = 0;
			for (Containers some : new Containers[]{init, usual}) {
				for (int i = 0; i < some.count(); i++) {
					if (some.lastEnded.number(i) == 1
							&& (last == null || some.lastFinished.number(i) > last.lastFinished.number(index))) {
						last = some;
						index = i;
					}
				}
			}
			return last == null
					? null
					: in.pool().share(ConditionCells.exit(last.lastReason.text(index), last.lastSignal.or0(index),
							last.lastExitCode.or0(index)));
		};
	}

	private @Nullable Long time(long millis) {
		return millis == Slot.NONE ? null : in.pool().share(millis);
	}

	private void compute() {
		if (computed == in.object()) {
			return;
		}
		computed = in.object();
		ready = 0;
		total = containers.count();
		for (int i = 0; i < initPolicies.count(); i++) {
			total += initPolicies.text(i).equals("Always") ? 1 : 0;
		}
		restarts = 0;
		lastRestart = Slot.NONE;
		sidecarRestarts = 0;
		sidecarLastRestart = Slot.NONE;
		status = podReason.text().isEmpty() ? phase.text() : podReason.text();
		for (int i = 0; i < conditionTypes.count(); i++) {
			if (conditionTypes.text(i).equals("PodScheduled") && conditionReasons.text(i).equals("SchedulingGated")) {
				status = "SchedulingGated";
			}
		}
		if (!initializing() || condition("Initialized", true)) {
			restarts = sidecarRestarts;
			lastRestart = sidecarLastRestart;
			usual();
		}
		if (deleted.number() != Slot.NONE) {
			if (podReason.text().equals("NodeLost")) {
				status = "Unknown";
			} else if (!phase.text().equals("Failed") && !phase.text().equals("Succeeded")) {
				status = "Terminating";
			}
		}
	}

	/** Goes through the init containers until one that has not done its work. */
	private boolean initializing() {
		for (int i = 0; i < init.count(); i++) {
			boolean sidecar = sidecar(init.name.text(i));
			long again = init.restarts.or0(i);
			long last = init.lastFinished.number(i);
			restarts += again;
			lastRestart = Math.max(lastRestart, last);
			if (sidecar) {
				sidecarRestarts += again;
				sidecarLastRestart = Math.max(sidecarLastRestart, last);
			}
			if (init.terminated(i) && init.exitCode.or0(i) == 0) {
				continue;
			}
			if (sidecar && init.started.or0(i) == 1) {
				ready += init.ready.or0(i);
				continue;
			}
			String waits = init.waiting.text(i);
			if (init.terminated(i)) {
				status = "Init:" + init.end(i);
			} else if (!waits.isEmpty() && !waits.equals("PodInitializing")) {
				status = "Init:" + waits;
			} else {
				status = "Init:" + i + "/" + initNames.count();
			}
			return true;
		}
		return false;
	}

	private boolean sidecar(String name) {
		for (int i = initNames.count() - 1; i >= 0; i--) {
			if (initNames.text(i).equals(name)) {
				return initPolicies.text(i).equals("Always");
			}
		}
		return false;
	}

	private void usual() {
		boolean running = false;
		String error = "";
		for (int i = usual.count() - 1; i >= 0; i--) {
			restarts += usual.restarts.or0(i);
			lastRestart = Math.max(lastRestart, usual.lastFinished.number(i));
			if (!usual.waiting.text(i).isEmpty()) {
				status = usual.waiting.text(i);
			} else if (usual.terminated(i)) {
				status = usual.end(i);
				error = usual.exitCode.or0(i) == 0 ? error : status;
			} else if (usual.ready.or0(i) == 1 && usual.running.number(i) == 1) {
				running = true;
				ready++;
			}
		}
		if (status.equals("Completed")) {
			if (running && condition("Ready", false)) {
				status = RUNNING;
			} else if (!error.isEmpty()) {
				status = error;
			} else if (running) {
				status = "NotReady";
			}
		}
	}

	/** Whether a condition is true; of several of one type the first counts, or any. */
	private boolean condition(String type, boolean firstCounts) {
		for (int i = 0; i < conditionTypes.count(); i++) {
			if (conditionTypes.text(i).equals(type)) {
				boolean holds = conditionStatuses.text(i).equals("True");
				if (holds || firstCounts) {
					return holds;
				}
			}
		}
		return false;
	}
}
