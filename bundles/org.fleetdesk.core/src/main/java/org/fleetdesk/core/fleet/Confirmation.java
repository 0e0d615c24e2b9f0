package org.fleetdesk.core.fleet;

import java.util.Set;

/**
 * The names that a person has typed to say that production clusters may be changed.
 *
 * @param clusters names as they are shown
 */
public record Confirmation(Set<String> clusters) {

	/** Nothing was typed. */
	public static final Confirmation NONE = new Confirmation(Set.of());

	public Confirmation {
		clusters = Set.copyOf(clusters);
	}

	/** Whether it covers a cluster. */
	public boolean covers(String cluster) {
		return clusters.contains(cluster);
	}
}
