package org.fleetdesk.demo.internal.api;

import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Events as the core group and as events.k8s.io write them; stored is the core group's form. Stateless. */
final class EventForms {

	private static final Map<String, String> OLD_TO_NEW = Map.of("involvedObject", "regarding", "message", "note",
			"count",
			"deprecatedCount", "firstTimestamp", "deprecatedFirstTimestamp", "lastTimestamp", "deprecatedLastTimestamp",
			"source", "deprecatedSource", "reportingComponent", "reportingController");

	private EventForms() {
	}

	static ObjectNode newer(ObjectNode event) {
		ObjectNode newer = Trees.object().put("kind", "Event").put("apiVersion", "events.k8s.io/v1");
		event.properties().forEach(field -> {
			if (!newer.has(field.getKey())) {
				newer.set(OLD_TO_NEW.getOrDefault(field.getKey(), field.getKey()), field.getValue());
			}
		});
		if (!newer.has("eventTime")) {
			newer.putNull("eventTime");
		}
		return newer;
	}

	static ObjectNode older(ObjectNode event) {
		ObjectNode older = Trees.object().put("kind", "Event").put("apiVersion", "v1");
		event.properties().forEach(field -> {
			if (!older.has(field.getKey())) {
				older.set(OLD_TO_NEW.entrySet().stream().filter(pair -> pair.getValue().equals(field.getKey()))
						.map(Map.Entry::getKey).findFirst().orElse(field.getKey()), field.getValue());
			}
		});
		return older;
	}
}
