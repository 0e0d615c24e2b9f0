package org.fleetdesk.demo.internal.api;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Keys that stand twice in one object of a text, in the words of the real server. Stateless. */
final class Duplicates {

	private Duplicates() {
	}

	/** Those of a text that has been parsed as the same form before. */
	static List<String> in(byte[] text, boolean yaml) throws IOException {
		List<String> found = new ArrayList<>();
		Deque<Set<String>> seen = new ArrayDeque<>();
		try (JsonParser parser = (yaml ? Trees.YAML : Trees.JSON).createParser(text)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				switch (token) {
					case START_OBJECT, START_ARRAY -> seen.push(new HashSet<>());
					case END_OBJECT, END_ARRAY -> seen.pop();
					case FIELD_NAME -> {
						if (!seen.element().add(parser.currentName())) {
							found.add(yaml
									? "line " + parser.currentTokenLocation().getLineNr() + ": key \""
											+ parser.currentName() + "\" already set in map"
									: "duplicate field \"" + path(parser) + '"');
						}
					}
					default -> {
						// a value
					}
				}
			}
		}
		return found;
	}

	/** {@code spec.containers[0].name}. */
	private static String path(JsonParser parser) {
		return parser.getParsingContext().pathAsPointer().toString().substring(1).replaceAll("/(\\d+)(?=/|$)", "[$1]")
				.replace('/', '.').replace("~1", "/").replace("~0", "~");
	}
}
