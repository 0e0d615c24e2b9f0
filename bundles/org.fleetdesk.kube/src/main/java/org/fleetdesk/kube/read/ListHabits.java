package org.fleetdesk.kube.read;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.fleetdesk.kube.discovery.ResourceType;

/**
 * What a server was seen to do when it was asked for lists, so that what it cannot do is tried once for each type and never
 * inferred from its version. Safe for any thread; lives as long as a connection.
 */
public final class ListHabits {

	private final Set<String> withoutWatchList = ConcurrentHashMap.newKeySet();

	/** Whether a watch that begins with the list may be of use. */
	public boolean watchList(ResourceType type) {
		return !withoutWatchList.contains(type.qualifiedName());
	}

	/** It was tried in vain. */
	public void noWatchList(ResourceType type) {
		withoutWatchList.add(type.qualifiedName());
	}
}
