package org.fleetdesk.cli.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.terminal.Output;
import org.fleetdesk.core.object.YamlText;

/** Objects as YAML, fields sorted: one, or a List as kubectl makes it. */
public final class YamlObjects implements ObjectText {
	private final Output out;
	private boolean list;
	private boolean any;

	/** A writer. */
	public YamlObjects(Output out) {
		this.out = out;
	}

	@Override
	public void begin() {
		list = true;
		out.text("apiVersion: v1\nitems:");
	}

	@Override
	public void object(JsonNode object) {
		sort(object);
		String text = YamlText.of(object);
		if (!list) {
			out.text(text);
			return;
		}
		out.text(any ? "" : "\n");
		any = true;
		String before = "- ";
		for (String line : (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1)) {
			if (!line.isEmpty()) {
				out.text(before);
				out.line(line);
			} else {
				out.text("\n");
			}
			before = "  ";
		}
	}

	@Override
	public void end() {
		if (list) {
			out.text(any ? "" : " []\n");
			out.text("kind: List\nmetadata:\n  resourceVersion: \"\"\n");
		}
	}

	private static void sort(JsonNode node) {
		if (node instanceof ObjectNode object) {
			List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
			List<Map.Entry<String, JsonNode>> sorted = fields.stream().map(e -> Map.entry(e.getKey(), e.getValue()))
					.sorted(Comparator.comparing(Map.Entry::getKey)).toList();
			object.removeAll();
			sorted.forEach(e -> object.set(e.getKey(), e.getValue()));
		}
		node.forEach(YamlObjects::sort);
	}
}
