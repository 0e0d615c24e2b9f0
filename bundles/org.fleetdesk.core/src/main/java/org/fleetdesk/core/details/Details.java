package org.fleetdesk.core.details;

import java.util.List;
import java.util.Objects;

/**
 * What an object's page shows, from top to bottom. Immutable.
 *
 * @param sections its sections, none of them empty
 */
public record Details(List<Section> sections) {
	/** Before anything is known. */
	public static final Details NOTHING = new Details(List.of());

	/** A part of the page with a heading. */
	public sealed interface Section {
		/** Its heading. */
		String title();
	}

	/**
	 * Values under each other.
	 *
	 * @param title its heading
	 * @param values the values, none of them empty
	 */
	public record Values(String title, List<Value> values) implements Section {
		public Values {
			Objects.requireNonNull(title);
			values = List.copyOf(values);
		}
	}

	/**
	 * A table.
	 *
	 * @param title its heading
	 * @param columns the headings of its columns
	 * @param rows its rows: as many values as there are columns, empty ones among them
	 */
	public record Table(String title, List<String> columns, List<List<Value>> rows) implements Section {
		public Table {
			Objects.requireNonNull(title);
			columns = List.copyOf(columns);
			rows = rows.stream().map(List::copyOf).toList();
		}
	}

	public Details {
		sections = List.copyOf(sections);
	}
}
