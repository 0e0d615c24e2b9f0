package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.Map;

import org.fleetdesk.kube.internal.rows.Slot.Type;
import org.fleetdesk.kube.internal.rows.Words.Word;
import org.fleetdesk.kube.read.RowPlan;

/** The words about the state of what stands at a path: a condition, a container, a certificate. */
final class ConditionCells {

	private ConditionCells() {
	}

	static void words(Map<String, Word> words) {
		words.put("condition", ConditionCells::condition);
		words.put("containerState", (cell, in, argument) -> containerState(cell, in));
		words.put("certificateExpiry", (cell, in, argument) -> expiry(cell, in, Type.FIRST_END));
		words.put("bundleExpiry", (cell, in, argument) -> expiry(cell, in, Type.LAST_END));
	}

	private static String one(RowPlan.Cell cell, String type) {
		if (!cell.column().type().equals(type)) {
			throw new IllegalArgumentException(text("plan.type.other", cell.reduce(), cell.column().type()));
		}
		return Inputs.one(cell.paths(), cell.reduce());
	}

	/** "True", "False (MissingEndpoints)" of the condition at a path; without it what follows the word. */
	private static Reducer condition(RowPlan.Cell cell, Inputs in, String otherwise) {
		String path = one(cell, "string");
		Slot status = in.text(path + ".status");
		Slot reason = in.text(path + ".reason");
		return () -> {
			String said = status.text();
			if (status.count() == 0 || said.isEmpty()) {
				return otherwise.isEmpty() ? null : otherwise;
			}
			return said.equals("True") || reason.text().isEmpty()
					? said
					: in.pool().share(said + " (" + reason.text() + ")");
		};
	}

	/** "Running", "CrashLoopBackOff", "OOMKilled (137)" of the state of a container. */
	private static Reducer containerState(RowPlan.Cell cell, Inputs in) {
		String path = one(cell, "string");
		Slot running = in.flag(path + ".running");
		Slot waiting = in.flag(path + ".waiting");
		Slot waits = in.text(path + ".waiting.reason");
		Slot terminated = in.flag(path + ".terminated");
		Slot reason = in.text(path + ".terminated.reason");
		Slot signal = in.number(path + ".terminated.signal");
		Slot exitCode = in.number(path + ".terminated.exitCode");
		return () -> {
			if (terminated.number() == 1) {
				return in.pool().share(exit(reason.text(), signal.or0(0), exitCode.or0(0)));
			} else if (running.number() == 1) {
				return "Running";
			} else if (waiting.number() == 1) {
				return waits.text().isEmpty() ? "Waiting" : waits.text();
			}
			return null;
		};
	}

	/** How a container ended: "Completed", "OOMKilled (137)", "Signal:9". */
	static String exit(String reason, long signal, long exitCode) {
		if (!reason.isEmpty()) {
			return exitCode == 0 ? reason : reason + " (" + exitCode + ")";
		}
		return signal != 0 ? "Signal:" + signal : "ExitCode:" + exitCode;
	}

	/** When the certificates at a path end; of several values the earliest. */
	private static Reducer expiry(RowPlan.Cell cell, Inputs in, Type type) {
		Slot ends = in.slot(one(cell, cell.column().type().equals("deadline") ? "deadline" : "date"), type);
		return () -> {
			long earliest = Slot.NONE;
			for (int i = 0; i < ends.count(); i++) {
				long end = ends.number(i);
				earliest = earliest == Slot.NONE || end != Slot.NONE && end < earliest ? end : earliest;
			}
			return earliest == Slot.NONE ? null : in.pool().share(earliest);
		};
	}
}
