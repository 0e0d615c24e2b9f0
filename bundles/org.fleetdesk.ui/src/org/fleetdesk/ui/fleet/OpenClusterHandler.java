package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Cluster;

/** Opens the selected clusters that are closed. */
public final class OpenClusterHandler extends FleetHandler {

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.stream().anyMatch(c -> c.session().isEmpty());
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		ClusterOpening.open(window, clusters);
	}
}
