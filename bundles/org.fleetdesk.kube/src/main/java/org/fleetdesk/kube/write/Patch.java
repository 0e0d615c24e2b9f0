package org.fleetdesk.kube.write;

import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A change of some fields.
 *
 * @param type in which form
 * @param content the patch itself
 */
public record Patch(Type type, JsonNode content) {

	/** The forms that API servers know. */
	public enum Type {
		/** JSON merge patch (RFC 7386): lists are replaced whole. */
		MERGE("application/merge-patch+json"),
		/** Kubernetes' own, which merges lists by their keys; for built-in kinds only. */
		STRATEGIC("application/strategic-merge-patch+json"),
		/** JSON patch (RFC 6902): a list of steps, each of which must fit. */
		JSON("application/json-patch+json");

		private final String mediaType;

		Type(String mediaType) {
			this.mediaType = mediaType;
		}

		/** What stands in Content-Type. */
		public String mediaType() {
			return mediaType;
		}
	}

	public Patch {
		Objects.requireNonNull(type);
		Objects.requireNonNull(content);
	}
}
