package org.fleetdesk.core.compare;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.YamlEdit;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.FieldPath.Index;
import org.fleetdesk.core.object.FieldPath.Item;

/** Takes fields of an object over into a text, one after the other, the last ones first. Used by one thread. */
final class Copying {
	private final int number;
	private final JsonNode source;
	private String text;

	Copying(String text, int number, JsonNode source) {
		this.text = text;
		this.number = number;
		this.source = source;
	}

	String text() {
		return text;
	}

	/** Gives a field the value that it has in the source. */
	void change(FieldPath from, FieldPath to) {
		text = YamlEdit.set(text, number, to, value(from));
	}

	/** Puts the items of a list in the order that they have in the source. */
	void sort(FieldPath from, FieldPath to) {
		JsonNode list = to.in(tree()).orElseThrow();
		text = YamlEdit.set(text, number, to, Differences.sorted(list, value(from)));
	}

	/** Takes out what the source does not have. */
	void remove(FieldPath to) {
		text = YamlEdit.remove(text, number, to);
	}

	/** Adds what only the source has: in a list, before what stands behind it there. */
	void add(FieldPath from, FieldPath to) {
		switch (to.last().orElse(null)) {
			case Item item -> {
				JsonNode list = to.parent().in(tree()).orElseThrow();
				int place = place(from.parent().in(source).orElseThrow(), list, item);
				text = YamlEdit.insert(text, number, to.parent(), place, value(from));
			}
			case Index index -> text = YamlEdit.insert(text, number, to.parent(), index.index(), value(from));
			case null, default -> text = YamlEdit.set(text, number, to, value(from));
		}
	}

	private JsonNode value(FieldPath from) {
		return from.in(source).orElseThrow();
	}

	private JsonNode tree() {
		return Documents.parse(text).documents().get(number - 1).tree().orElseThrow();
	}

	/** Before which element of a list an item belongs: the first that stands behind it in the source too. */
	private static int place(JsonNode sources, JsonNode list, Item item) {
		for (int next = FieldPath.indexOf(sources, item) + 1; next < sources.size(); next++) {
			Map<String, JsonNode> keys = new LinkedHashMap<>();
			for (String key : item.keys().keySet()) {
				if (sources.get(next).path(key).isValueNode()) {
					keys.put(key, sources.get(next).get(key));
				}
			}
			int at = keys.isEmpty() ? -1 : FieldPath.indexOf(list, new Item(keys));
			if (at >= 0) {
				return at;
			}
		}
		return list.size();
	}
}
