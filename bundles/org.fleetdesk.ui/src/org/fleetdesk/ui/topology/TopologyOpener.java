package org.fleetdesk.ui.topology;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.ui.object.ObjectRef;

/** Opens the Topology view, or brings it to the front. */
public final class TopologyOpener {
	private TopologyOpener() {
	}

	/** Opens it as it is. */
	public static TopologyView open(IWorkbenchPage window) {
		try {
			return (TopologyView) window.showView(TopologyView.ID);
		} catch (PartInitException e) {
			throw new IllegalStateException(e); // the view is ours and starts without failing
		}
	}

	/** Shows the application of an object. */
	public static void about(IWorkbenchPage window, ObjectRef ref) {
		open(window).about(ref);
	}
}
