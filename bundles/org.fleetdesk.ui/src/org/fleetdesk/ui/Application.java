package org.fleetdesk.ui;

import java.time.Duration;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The workbench program: opens the window, and ends when its last window closes. Runs on the main thread. */
public final class Application implements IApplication {
	private static final Integer REFUSED = 1;
	private static final Duration ROUND = Duration.ofMillis(250);

	@Override
	public Object start(IApplicationContext context) {
		PlatformLogHandler.install();
		Display display = PlatformUI.createDisplay();
		Workspace workspace = Workspace.taken(Platform.getInstanceLocation());
		try {
			if (!workspace.refusal().isEmpty()) {
				System.err.println("fleetdesk: " + workspace.refusal());
				MessageDialog.openError(null, Messages.workspace_title, workspace.refusal());
				return REFUSED;
			}
			FleetdeskWorkbenchAdvisor advisor = new FleetdeskWorkbenchAdvisor();
			// WorkbenchAdvisor.openWindows sleeps until its own thread wakes it, and a wake just before the sleep is lost
			UiExecutor.of(display).until(advisor::started).every(ROUND, () -> {
				// coming round is enough
			});
			int code = PlatformUI.createAndRunWorkbench(display, advisor);
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
			workspace.close();
			display.dispose();
		}
	}

	@Override
	public void stop() {
		if (PlatformUI.isWorkbenchRunning()) {
			UiExecutor.of(PlatformUI.getWorkbench().getDisplay()).execute(() -> PlatformUI.getWorkbench().close());
		}
	}
}
