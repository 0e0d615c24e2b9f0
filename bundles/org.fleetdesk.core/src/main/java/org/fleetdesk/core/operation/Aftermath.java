package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.object.ManagedFields;
import org.fleetdesk.core.object.ServerOwned;
import org.fleetdesk.kube.write.WriteOptions;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a change that was cut off, as the object tells that was read afterwards. */
enum Aftermath {
	/** It was made. */
	DONE,
	/** It was not made. */
	NOT_DONE,
	/** The object tells neither. */
	UNCLEAR;

	/**
	 * Compares an object with what it should have become.
	 *
	 * @param before as it was, if it was there
	 * @param wanted as it should be; empty if it should be gone
	 * @param now as it is; empty if it is not there
	 */
	static Aftermath of(Optional<JsonNode> before, Optional<JsonNode> wanted, Optional<JsonNode> now) {
		if (wanted.isEmpty()) {
			boolean gone = now.isEmpty() || now.get().path("metadata").has("deletionTimestamp")
					|| before.filter(was -> !uid(was).equals(uid(now.get()))).isPresent();
			return gone ? DONE : NOT_DONE;
		}
		if (now.isEmpty()) {
			return before.isEmpty() && !name(wanted.get()).isEmpty() ? NOT_DONE : UNCLEAR;
		}
		return before.isEmpty() ? made(now.get()) : changed(before.get(), wanted.get(), now.get());
	}

	/** An object of this name is there: ours, if this product holds something of it. */
	private static Aftermath made(JsonNode now) {
		for (JsonNode entry : now.path("metadata").path("managedFields")) {
			if (entry.path("manager").asText().equals(WriteOptions.MANAGER)) {
				return DONE;
			}
		}
		return UNCLEAR;
	}

	private static Aftermath changed(JsonNode before, JsonNode wanted, JsonNode now) {
		if (!uid(before).equals(uid(now))) {
			return UNCLEAR;
		}
		JsonNode was = ServerOwned.without(before);
		JsonNode is = ServerOwned.without(now);
		List<FieldChange> changes = FieldChange.keyByKey(was, ServerOwned.without(wanted), ManagedFields.of(now));
		if (changes.isEmpty()) {
			return UNCLEAR; // of a Secret's values more than their lengths is not known
		}
		if (changes.stream().allMatch(change -> change.value().equals(change.path().in(is)))) {
			return DONE;
		}
		return changes.stream().map(FieldChange::path).allMatch(path -> same(path, was, is)) ? NOT_DONE : UNCLEAR;
	}

	private static boolean same(FieldPath path, JsonNode one, JsonNode other) {
		return path.in(one).equals(path.in(other));
	}

	private static String uid(JsonNode object) {
		return object.path("metadata").path("uid").asText();
	}

	private static String name(JsonNode object) {
		return object.path("metadata").path("name").asText();
	}
}
