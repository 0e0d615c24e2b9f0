package org.fleetdesk.core.operation;

import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.kube.ObjectKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Merge patches (RFC 7386): what leads from one object to another. */
final class MergePatch {
	private MergePatch() {
	}

	/** What has to be merged into an object so that it becomes another; empty if nothing has. */
	static ObjectNode between(JsonNode from, JsonNode to) {
		ObjectNode patch = JsonNodeFactory.instance.objectNode();
		from.fieldNames().forEachRemaining(name -> {
			if (!to.has(name)) {
				patch.putNull(name);
			}
		});
		to.properties().forEach(field -> {
			JsonNode old = from.path(field.getKey());
			JsonNode now = field.getValue();
			if (old.isObject() && now.isObject()) {
				ObjectNode inner = between(old, now);
				if (!inner.isEmpty()) {
					patch.set(field.getKey(), inner);
				}
			} else if (!old.equals(now)) {
				patch.set(field.getKey(), now);
			}
		});
		return patch;
	}

	/** A patch as it may be shown. */
	static JsonNode masked(ObjectKey key, JsonNode patch) {
		if (!key.type().qualifiedName().equals("secrets") || !patch.isObject()) {
			return patch;
		}
		ObjectNode whole = patch.deepCopy();
		ObjectNode masked = (ObjectNode) SecretData.masked(whole.put("apiVersion", "v1").put("kind", "Secret"));
		masked.remove("apiVersion");
		masked.remove("kind");
		return masked;
	}
}
