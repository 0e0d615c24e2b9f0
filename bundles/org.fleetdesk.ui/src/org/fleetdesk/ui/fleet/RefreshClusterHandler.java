package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;

/** Asks the selected clusters again now, kinds included. */
public final class RefreshClusterHandler extends FleetHandler {

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.stream().anyMatch(c -> c.session().isPresent());
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		clusters.forEach(c -> c.session().ifPresent(ClusterSession::refresh));
	}
}
