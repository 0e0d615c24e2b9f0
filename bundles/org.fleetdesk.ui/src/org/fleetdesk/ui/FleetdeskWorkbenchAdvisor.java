package org.fleetdesk.ui;

import java.nio.file.Path;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

import org.fleetdesk.ui.operations.Rights;

/** Shapes the workbench: which perspective opens first and what furniture a window has. */
final class FleetdeskWorkbenchAdvisor extends WorkbenchAdvisor {
	private Assembly assembly;
	private volatile boolean started;

	/** Whether the windows are open. */
	boolean started() {
		return started;
	}

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		configurer.setSaveAndRestore(true);
	}

	@Override
	public void preStartup() {
		IWorkbench workbench = getWorkbenchConfigurer().getWorkbench();
		assembly = new Assembly(workbench, System.getenv(), Path.of(System.getProperty("user.home")));
		assembly.start(workbench.getService(IEclipseContext.class));
	}

	@Override
	public void postStartup() {
		started = true;
		IWorkbench workbench = getWorkbenchConfigurer().getWorkbench();
		ThemeSettling.follow(workbench, workbench.getService(UiExecutor.class));
		RestoredNames.renew(workbench);
	}

	@Override
	public void postShutdown() {
		if (assembly != null) {
			assembly.close();
		}
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return OperatePerspective.ID;
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new Window(configurer);
	}

	private static final class Window extends WorkbenchWindowAdvisor {

		Window(IWorkbenchWindowConfigurer configurer) {
			super(configurer);
		}

		@Override
		public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
			return new MainMenu(configurer);
		}

		@Override
		public void preWindowOpen() {
			IWorkbenchWindowConfigurer window = getWindowConfigurer();
			window.setTitle(Messages.window_title);
			window.setInitialSize(new Point(1400, 900));
			window.setShowCoolBar(true);
			window.setShowPerspectiveBar(true);
			window.setShowProgressIndicator(true);
			window.setShowStatusLine(true);
		}

		@Override
		public void postWindowOpen() {
			EditorArea.follow(getWindowConfigurer().getWindow());
			Rights.follow(getWindowConfigurer().getWindow());
		}
	}
}
