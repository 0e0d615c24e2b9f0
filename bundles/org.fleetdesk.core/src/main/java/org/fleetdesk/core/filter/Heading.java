package org.fleetdesk.core.filter;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.fleetdesk.kube.read.Column;

/**
 * A column as filters know it.
 *
 * @param name its heading
 * @param type what its cells are, see {@link Column#type}
 */
public record Heading(String name, String type) {
	private static final String AGE = "age";

	public Heading {
		Objects.requireNonNull(name);
		Objects.requireNonNull(type);
	}

	/** The headings of a server's columns. */
	public static List<Heading> of(List<Column> columns) {
		return columns.stream().map(c -> new Heading(c.name(), c.type())).toList();
	}

	/** Whether its cells are ages of objects, which are the rows' own. */
	boolean age() {
		return name.equalsIgnoreCase(AGE);
	}

	/** Whether a Long in it is a moment. */
	boolean moment() {
		return type.equals("date") || deadline();
	}

	/** Whether a Long in it is a moment of which people ask how long it is until then. */
	boolean deadline() {
		return type.equals("deadline");
	}

	/** A heading or a key without what people leave out: case, spaces, hyphens, underscores. */
	public static String plain(String name) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c != ' ' && c != '-' && c != '_') {
				plain.append(c);
			}
		}
		return plain.toString().toLowerCase(Locale.ROOT);
	}
}
