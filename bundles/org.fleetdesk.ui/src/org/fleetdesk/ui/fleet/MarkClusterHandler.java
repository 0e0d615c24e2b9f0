package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.marks.MarkDialog;

/** Asks how the selected cluster shall be marked. */
public final class MarkClusterHandler extends FleetHandler {

	@Override
	boolean enabledFor(List<Cluster> clusters) {
		return clusters.size() == 1;
	}

	@Override
	void run(IWorkbenchWindow window, List<Cluster> clusters) {
		ask(window, clusters.getFirst());
	}

	static void ask(IWorkbenchWindow window, Cluster cluster) {
		Fleet fleet = window.getService(Fleet.class);
		MarkDialog.ask(window.getShell(), cluster.name(), fleet.mark(cluster))
				.ifPresent(mark -> window.getService(Errands.class).run(NLS.bind(Messages.mark_failed, cluster.name()),
						() -> fleet.mark(cluster, mark)));
	}
}
