package org.fleetdesk.ui.fleet;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.ui.Failures;

/** What opening a cluster does in a window: contacts it, shows it in the fleet tree, and lists its pods. */
public final class ClusterOpening {
	private static final KindKey PODS = new KindKey("", "pods");

	private ClusterOpening() {
	}

	/** Opens clusters; on the UI thread. */
	public static void open(IWorkbenchWindow window, List<Cluster> clusters) {
		Fleet fleet = window.getService(Fleet.class);
		IWorkbenchPage page = window.getActivePage();
		clusters.forEach(fleet::open);
		try {
			if (page.showView(FleetView.ID, null, IWorkbenchPage.VIEW_VISIBLE) instanceof FleetView view) {
				clusters.forEach(view::reveal);
			}
			if (page.showView(ObjectList.VIEW) instanceof ObjectList view) {
				view.show(ListQuery.all(PODS, clusters));
			}
		} catch (PartInitException e) {
			window.getService(Failures.class).report(NLS.bind(Messages.view_failed, e.getMessage()), e);
		}
	}

	/** Shows a cluster in the fleet tree without contacting it; on the UI thread. */
	public static void reveal(IWorkbenchWindow window, Cluster cluster) {
		try {
			if (window.getActivePage().showView(FleetView.ID) instanceof FleetView view) {
				view.reveal(cluster);
			}
		} catch (PartInitException e) {
			window.getService(Failures.class).report(NLS.bind(Messages.view_failed, e.getMessage()), e);
		}
	}

	/** Brings the list to the front that follows the fleet tree's selection; on the UI thread. */
	static void showObjects(IWorkbenchWindow window) {
		try {
			window.getActivePage().showView(ObjectList.VIEW);
		} catch (PartInitException e) {
			window.getService(Failures.class).report(NLS.bind(Messages.view_failed, e.getMessage()), e);
		}
	}
}
