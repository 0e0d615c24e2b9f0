package org.fleetdesk.demo.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What a revision changed.
 *
 * @param before nothing for what was created
 * @param after nothing for what was deleted
 * @param deleted what was deleted, with the revision of its end
 */
public record Change(long revision, Key key, @Nullable ObjectNode before, @Nullable ObjectNode after,
		@Nullable ObjectNode deleted) {

	/** The newest form of the object. */
	public ObjectNode object() {
		ObjectNode newest = after != null ? after : deleted;
		return java.util.Objects.requireNonNull(newest);
	}
}
