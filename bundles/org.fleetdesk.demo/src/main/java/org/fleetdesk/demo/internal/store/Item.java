package org.fleetdesk.demo.internal.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A stored object, or what can make one when it is looked at. Unchangeable. */
public interface Item {

	/** The object, which nobody may change. A generated one is made anew at every call. */
	ObjectNode object();

	/** Whether an owner reference of it names this identity. */
	boolean ownedBy(String uid);

	/** Where it is in a list of generated objects that is too long to be simulated. */
	default boolean generated() {
		return false;
	}

	/** An object kept as a tree. */
	record Stored(ObjectNode object) implements Item {

		@Override
		public boolean ownedBy(String uid) {
			for (var owner : object.path("metadata").path("ownerReferences")) {
				if (owner.path("uid").asText().equals(uid)) {
					return true;
				}
			}
			return false;
		}
	}
}
