package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Cluster;

/** Shows what is known of the selected cluster. */
public final class ClusterDetailsHandler extends FleetHandler {

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.size() == 1;
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		new ClusterDetailsDialog(window.getShell(), clusters.getFirst()).open();
	}
}
