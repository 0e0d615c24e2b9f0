package org.fleetdesk.core.kinds;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.kube.read.RowPlan;

/**
 * A section of the page of an object: values under each other, or a table with a row for each element of a list. What has no
 * value is not shown. Immutable.
 *
 * @param title its heading
 * @param each the path of the list or map whose elements are its rows, empty for values of the object itself
 * @param fields what it shows; with {@code each} their paths begin at the element
 */
public record DetailSection(String title, String each, List<Field> fields) {
	/**
	 * A value.
	 *
	 * @param cell its name, type, word and paths
	 * @param link the kind of the object that the value names, which can be gone to
	 */
	public record Field(RowPlan.Cell cell, Optional<KindKey> link) {
		public Field {
			Objects.requireNonNull(cell);
			Objects.requireNonNull(link);
		}
	}

	public DetailSection {
		Objects.requireNonNull(title);
		Objects.requireNonNull(each);
		fields = List.copyOf(fields);
	}
}
