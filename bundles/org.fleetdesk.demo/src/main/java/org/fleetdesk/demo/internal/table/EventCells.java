package org.fleetdesk.demo.internal.table;

import java.time.Instant;
import java.util.Locale;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells of events, of the core group's and of events.k8s.io's form. Stateless. */
final class EventCells {

	private EventCells() {
	}

	static String text(String reducer, JsonNode event, Instant now) {
		return switch (reducer) {
			case "eventLast" -> last(event, now);
			case "eventFirst" -> age(event, now, "firstTimestamp", "deprecatedFirstTimestamp", "eventTime");
			case "eventObject" ->
				object(event.has("regarding") ? event.path("regarding") : event.path("involvedObject"));
			case "eventCount" -> Integer.toString(Math.max(1,
					Math.max(event.path("count").asInt(), event.path("deprecatedCount").asInt())));
			default -> source(event);
		};
	}

	private static String last(JsonNode event, Instant now) {
		String series = Trees.text(event, "series.lastObservedTime");
		return series.isEmpty()
				? age(event, now, "lastTimestamp", "deprecatedLastTimestamp", "eventTime")
				: Ages.since(series, now);
	}

	private static String age(JsonNode event, Instant now, String... fields) {
		for (String field : fields) {
			String time = Trees.text(event, field);
			if (!time.isEmpty()) {
				return Ages.since(time, now);
			}
		}
		return "<unknown>";
	}

	private static String object(JsonNode reference) {
		String kind = reference.path("kind").asText().toLowerCase(Locale.ROOT);
		return kind + "/" + reference.path("name").asText();
	}

	private static String source(JsonNode event) {
		JsonNode source = event.has("deprecatedSource") ? event.path("deprecatedSource") : event.path("source");
		String component = source.path("component").asText("");
		String host = source.path("host").asText("");
		return host.isEmpty() ? component : component + ", " + host;
	}
}
