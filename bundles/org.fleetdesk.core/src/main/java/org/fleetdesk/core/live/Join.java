package org.fleetdesk.core.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.kube.read.RowPlan;

/**
 * Where the cells of a column come from that are not in the rows: of the object of the same namespace and name in the list of
 * another kind those under a heading. Immutable.
 *
 * @param kind the other kind
 * @param heading the heading there
 */
public record Join(KindKey kind, String heading) {
	private static final String WORD = "of";

	/** Of the cells of a plan those that come from elsewhere, by heading. */
	public static Map<String, Join> of(List<RowPlan.Cell> cells) {
		Map<String, Join> joins = new HashMap<>();
		cells.forEach(cell -> of(cell).ifPresent(join -> joins.put(cell.column().name(), join)));
		return joins;
	}

	/** Where a cell of a plan comes from, if not from the object itself. */
	private static Optional<Join> of(RowPlan.Cell cell) {
		String[] said = cell.reduce().split(" ", 3);
		return said.length == 3 && said[0].equals(WORD)
				? Optional.of(new Join(KindKey.parse(said[1]), said[2].strip()))
				: Optional.empty();
	}
}
