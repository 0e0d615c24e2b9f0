package org.fleetdesk.cli.print;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.cli.terminal.Output;

/** Writes trees as kubectl's {@code -o json} does: sorted fields, four spaces, and Go's escapes. */
public final class JsonText {
	private static final String INDENT = "    ";
	private final Output out;

	/** A writer. */
	public JsonText(Output out) {
		this.out = out;
	}

	/** Writes a value whose first character stands behind so many indents; ends without a line break. */
	public void value(JsonNode node, int depth) {
		if (node.isObject()) {
			fields(node, depth);
		} else if (node.isArray()) {
			items(node, depth);
		} else if (node.isTextual()) {
			string(node.textValue());
		} else if (node.isFloatingPointNumber()) {
			out.text(Cells.number(node.doubleValue()));
		} else {
			out.text(node.asText());
		}
	}

	private void fields(JsonNode node, int depth) {
		if (node.isEmpty()) {
			out.text("{}");
			return;
		}
		Map<String, JsonNode> sorted = new TreeMap<>();
		node.properties().forEach(e -> sorted.put(e.getKey(), e.getValue()));
		String separator = "{";
		for (Map.Entry<String, JsonNode> field : sorted.entrySet()) {
			out.text(separator);
			start(depth + 1);
			string(field.getKey());
			out.text(": ");
			value(field.getValue(), depth + 1);
			separator = ",";
		}
		start(depth);
		out.text("}");
	}

	private void items(JsonNode node, int depth) {
		if (node.isEmpty()) {
			out.text("[]");
			return;
		}
		String separator = "[";
		for (JsonNode item : node) {
			out.text(separator);
			start(depth + 1);
			value(item, depth + 1);
			separator = ",";
		}
		start(depth);
		out.text("]");
	}

	/** Begins a line behind so many indents. */
	void start(int depth) {
		out.text("\n");
		for (int i = 0; i < depth; i++) {
			out.text(INDENT);
		}
	}

	private void string(String text) {
		StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '"', '\\' -> quoted.append('\\').append(c);
				case '\b' -> quoted.append("\\b");
				case '\f' -> quoted.append("\\f");
				case '\n' -> quoted.append("\\n");
				case '\r' -> quoted.append("\\r");
				case '\t' -> quoted.append("\\t");
				case '<', '>', '&', '\u2028', '\u2029' -> hex(quoted, c);
				default -> {
					if (c < ' ') {
						hex(quoted, c);
					} else {
						quoted.append(c);
					}
				}
			}
		}
		out.text(quoted.append('"'));
	}

	private static void hex(StringBuilder quoted, char c) {
		quoted.append(String.format("\\u%04x", (int) c));
	}
}
