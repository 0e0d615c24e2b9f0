package org.fleetdesk.ui.operations;

import java.util.List;
import java.util.Map;

import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.action.Values;
import org.fleetdesk.ui.object.ObjectRef;

/** Goes back to a revision that somebody looks at. Belongs to the UI thread. */
public final class Rollback {
	private static final String ACTION = "rollback";
	private static final String REVISION = "to-revision";

	private Rollback() {
	}

	/** Previews an object as it was at a revision, asks, and goes back to it. */
	public static void ask(IWorkbenchWindow window, ObjectRef object, long revision) {
		window.getService(Actions.class).find(ACTION).ifPresent(action -> new ActionRun(window, action, List.of(object))
				.start(Values.of(action, Map.of(REVISION, List.of(String.valueOf(revision))))));
	}
}
