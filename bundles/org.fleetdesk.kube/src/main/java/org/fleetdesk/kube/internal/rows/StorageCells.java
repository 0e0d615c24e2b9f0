package org.fleetdesk.kube.internal.rows;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.fleetdesk.kube.internal.rows.Words.Word;
import org.fleetdesk.kube.read.RowPlan;

/** What kubectl says about volumes and claims. */
final class StorageCells {

	/** Long and short, in the order in which they are shown. */
	private static final String[][] MODES = {{"ReadWriteOnce", "RWO"}, {"ReadOnlyMany", "ROX"},
			{"ReadWriteMany", "RWX"}, {"ReadWriteOncePod", "RWOP"}};

	private StorageCells() {
	}

	static void words(Map<String, Word> words) {
		words.put("accessModes", (cell, in, argument) -> accessModes(cell, in));
		words.put("phase", (cell, in, argument) -> phase(cell, in));
	}

	/** "RWO,ROX" of the list at a path. */
	private static Reducer accessModes(RowPlan.Cell cell, Inputs in) {
		Slot modes = in.text(Inputs.one(cell.paths(), cell.reduce()));
		Joiner joiner = new Joiner(",", true);
		return () -> {
			Set<String> there = new HashSet<>();
			for (int i = 0; i < modes.count(); i++) {
				there.add(modes.text(i));
			}
			for (String[] mode : MODES) {
				if (there.contains(mode[0])) {
					joiner.add(mode[1]);
				}
			}
			return joiner.done(in.pool());
		};
	}

	/** The text at a path, or "Terminating" of an object that is being deleted. */
	private static Reducer phase(RowPlan.Cell cell, Inputs in) {
		Slot phase = in.text(Inputs.one(cell.paths(), cell.reduce()));
		Slot deleted = in.time("metadata.deletionTimestamp");
		return () -> deleted.number() != Slot.NONE ? "Terminating" : phase.text().isEmpty() ? null : phase.text();
	}
}
