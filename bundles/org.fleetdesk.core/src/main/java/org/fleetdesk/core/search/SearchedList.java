package org.fleetdesk.core.search;

import java.util.Objects;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.kube.read.Scope;

/**
 * One list that was searched.
 *
 * @param cluster its cluster
 * @param scope what it is a list of
 * @param knowledge how old what it says is
 * @param objects how many objects it has
 */
public record SearchedList(Cluster cluster, Scope scope, Knowledge knowledge, int objects) {
	public SearchedList {
		Objects.requireNonNull(cluster);
		Objects.requireNonNull(scope);
		Objects.requireNonNull(knowledge);
	}
}
