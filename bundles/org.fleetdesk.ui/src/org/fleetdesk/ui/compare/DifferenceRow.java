package org.fleetdesk.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.object.Difference;

/**
 * A difference as a line of a table. Made off the UI thread.
 *
 * @param difference the difference
 * @param cells its field, how it differs, its value on the left, and on the right
 * @param searched what a filter looks into
 */
record DifferenceRow(Difference difference, List<String> cells, String searched) {
	private static final int LONGEST = 300;

	DifferenceRow {
		cells = List.copyOf(cells);
	}

	static DifferenceRow of(Difference difference) {
		List<String> cells = List.of(difference.path().toString(), word(difference), value(difference.before()),
				value(difference.after()));
		return new DifferenceRow(difference, cells, String.join("\n", cells).toLowerCase(Locale.ROOT));
	}

	private static String word(Difference difference) {
		return difference.order() ? Messages.kind_order : switch (difference.kind()) {
			case ADDED -> Messages.kind_right;
			case REMOVED -> Messages.kind_left;
			case CHANGED -> Messages.kind_changed;
		};
	}

	private static String value(Optional<JsonNode> value) {
		String text = value.map(v -> v.isValueNode() ? v.asText() : v.toString()).orElse("").replace('\n', ' ');
		return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
	}

	/** The field that differs. */
	String field() {
		return cells.getFirst();
	}

	/** Whether every word of a filter is in it. */
	boolean fits(String filter) {
		return filter.isBlank()
				|| List.of(filter.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream().allMatch(searched::contains);
	}
}
