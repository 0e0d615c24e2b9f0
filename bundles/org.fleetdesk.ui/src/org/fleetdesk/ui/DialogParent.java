package org.fleetdesk.ui;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;

import org.jspecify.annotations.Nullable;

/** What dialogs stand over that nobody has just asked for. */
public final class DialogParent {

	private DialogParent() {
	}

	/** The active window's shell, else any window's; none in a workbench that is closing. Only on the UI thread. */
	public static @Nullable Shell of(IWorkbench workbench) {
		if (workbench.isClosing()) {
			return null;
		}
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		if (window == null && workbench.getWorkbenchWindowCount() > 0) {
			window = workbench.getWorkbenchWindows()[0];
		}
		return window == null ? null : window.getShell();
	}
}
