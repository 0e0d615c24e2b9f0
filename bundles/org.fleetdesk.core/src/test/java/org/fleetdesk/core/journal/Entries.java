package org.fleetdesk.core.journal;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Entries to keep. */
final class Entries {
	static final Instant START = Instant.now().minusSeconds(1); // of this process, so after it began

	private Entries() {
	}

	/** A change of a config map, begun as many milliseconds after the start as its number says. */
	static Entry running(int number) {
		return running("c", number);
	}

	static Entry running(String cluster, int number) {
		return Entry.begin(START.plusMillis(number), Entry.By.thisProcess("test"),
				new Entry.Place(cluster, cluster + "-shown", "me"),
				new Entry.Subject("apply", "configmaps", "web", "object-" + number));
	}

	static Entry done(Entry running, String before, String after) {
		return running.with(Optional.of(object("ConfigMap", before)), Optional.of(object("ConfigMap", after)))
				.end(running.begun().plusSeconds(1), Entry.Outcome.DONE, "");
	}

	static JsonNode object(String kind, String value) {
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", kind);
		object.putObject("data").put("key", value);
		return object;
	}
}
