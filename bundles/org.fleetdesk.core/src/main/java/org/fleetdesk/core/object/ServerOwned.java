package org.fleetdesk.core.object;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What of an object the server writes, and the object without it: what a person wrote or could have written. */
public final class ServerOwned {
	private static final String APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
	private static final List<String> METADATA = List.of("managedFields", "resourceVersion", "uid", "creationTimestamp",
			"generation", "selfLink", "deletionTimestamp", "deletionGracePeriodSeconds");

	private ServerOwned() {
	}

	/** A copy without status, without the server's part of metadata, and without kubectl's note of what it applied. */
	public static JsonNode without(JsonNode object) {
		if (!(object instanceof ObjectNode)) {
			return object;
		}
		ObjectNode copy = object.deepCopy();
		copy.remove("status");
		if (copy.path("metadata") instanceof ObjectNode metadata) {
			metadata.remove(METADATA);
			if (metadata.path("annotations") instanceof ObjectNode annotations && annotations.remove(APPLIED) != null
					&& annotations.isEmpty()) {
				metadata.remove("annotations");
			}
		}
		return copy;
	}
}
