package org.fleetdesk.ui.demo;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.fleet.ClusterOpening;

import org.jspecify.annotations.Nullable;

/** Starts the demo clusters if they do not run, and shows them in the fleet. */
public final class DemoHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		UiExecutor ui = UiExecutor.of(window.getShell());
		window.getService(DemoClusters.class).start(() -> ui.execute(() -> window.getService(Fleet.class).clusters()
				.stream().filter(Cluster::demo).findFirst().ifPresent(c -> ClusterOpening.reveal(window, c))));
		return null;
	}
}
