package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;

/** Closes the selected clusters that are open. */
public final class CloseClusterHandler extends FleetHandler {

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.stream().anyMatch(c -> c.session().isPresent());
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		Fleet fleet = window.getService(Fleet.class);
		window.getService(Background.class).threads().newThread(() -> clusters.forEach(fleet::close)).start();
	}
}
