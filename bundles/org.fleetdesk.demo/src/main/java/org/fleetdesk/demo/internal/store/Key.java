package org.fleetdesk.demo.internal.store;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where an object is stored.
 *
 * @param resource the storage name of its kind, such as {@code apps/deployments}
 * @param namespace empty for what belongs to the whole cluster
 */
public record Key(String resource, String namespace, String name) {

	public static Key of(String resource, JsonNode object) {
		return new Key(resource, Trees.namespace(object), Trees.name(object));
	}

	/** Sorts objects as the real server does. */
	String path() {
		return namespace + "/" + name;
	}
}
