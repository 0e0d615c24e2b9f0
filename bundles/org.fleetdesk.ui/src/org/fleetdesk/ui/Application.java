package org.fleetdesk.ui;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The workbench program: opens the window, and ends when its last window closes. Runs on the main thread. */
public final class Application implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		PlatformLogHandler.install();
		Display display = PlatformUI.createDisplay();
		try {
			int code = PlatformUI.createAndRunWorkbench(display, new FleetdeskWorkbenchAdvisor());
			return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
		} finally {
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
