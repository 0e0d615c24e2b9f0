package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;

/** Shows what is known of the selected cluster. */
public final class ClusterDetailsHandler extends FleetHandler {

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.size() == 1;
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		Cluster cluster = clusters.getFirst();
		Mark mark = window.getService(Fleet.class).mark(cluster);
		if (new ClusterDetailsDialog(window.getShell(), cluster, mark).open() == ClusterDetailsDialog.MARK) {
			MarkClusterHandler.ask(window, cluster);
		}
	}
}
