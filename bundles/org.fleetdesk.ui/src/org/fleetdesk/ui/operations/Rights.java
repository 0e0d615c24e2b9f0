package org.fleetdesk.ui.operations;

import java.time.Duration;
import java.util.List;

import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.object.ObjectRef;

/** Has clusters asked what may be done with selected objects, in the background, so that menus know. On the UI thread. */
public final class Rights {
	private static final Duration PAUSE = Duration.ofMillis(400);
	private static final int MOST = 500;

	private Rights() {
	}

	/** Follows what is selected in a window for as long as it is open. */
	public static void follow(IWorkbenchWindow window) {
		Runnable later = UiExecutor.of(window.getShell()).afterPause(PAUSE, () -> {
			List<ObjectRef> refs = Chosen.refs(window, MOST);
			Offer.learn(refs, window.getService(Fleet.class), window.getService(Actions.class));
		});
		ISelectionListener listener = (part, selection) -> later.run();
		window.getSelectionService().addSelectionListener(listener);
	}
}
