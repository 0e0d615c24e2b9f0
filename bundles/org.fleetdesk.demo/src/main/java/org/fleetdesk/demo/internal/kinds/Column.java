package org.fleetdesk.demo.internal.kinds;

/**
 * A column of a kind's Table form.
 *
 * @param cell what it shows, as kinds.yaml writes it, or the JSONPath of a custom kind
 * @param wide whether it has priority 1, which only the wide form shows
 */
public record Column(String name, String type, String format, String description, String cell, boolean wide) {

	/** The column every kind begins with. */
	public static final Column NAME = new Column("Name", "string", "name", "", ".metadata.name", false);

	/** Reads {@code [+]Name[:type] [= cell]}. */
	static Column of(String text) {
		int equals = text.indexOf(" = ");
		String head = equals < 0 ? text : text.substring(0, equals);
		boolean wide = head.startsWith("+");
		String[] nameAndType = (wide ? head.substring(1) : head).split(":");
		String name = nameAndType[0];
		String cell = equals < 0
				? name.equals("Age") ? "age .metadata.creationTimestamp" : ".metadata.creationTimestamp"
				: text.substring(equals + 3);
		return new Column(name, nameAndType.length > 1 ? nameAndType[1] : "string", name.equals("Name") ? "name" : "",
				"", cell, wide);
	}
}
