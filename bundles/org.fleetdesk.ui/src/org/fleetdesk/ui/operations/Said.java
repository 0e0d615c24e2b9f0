package org.fleetdesk.ui.operations;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;

import org.jspecify.annotations.Nullable;

/** Sentences in the status line of a window's active part. Belongs to the UI thread. */
final class Said {
	private Said() {
	}

	/** Why something asked for is not done. */
	static void problem(IWorkbenchWindow window, String sentence) {
		IStatusLineManager line = line(window);
		if (line != null) {
			line.setErrorMessage(sentence);
		}
		window.getShell().getDisplay().beep();
	}

	/** What was done. */
	static void done(IWorkbenchWindow window, String sentence) {
		IStatusLineManager line = line(window);
		if (line != null) {
			line.setErrorMessage(null);
			line.setMessage(sentence);
		}
	}

	private static @Nullable IStatusLineManager line(
			IWorkbenchWindow window) {
		IWorkbenchPart part = window.getActivePage() == null ? null : window.getActivePage().getActivePart();
		return switch (part) {
			case IViewPart view -> view.getViewSite().getActionBars().getStatusLineManager();
			case IEditorPart editor -> editor.getEditorSite().getActionBars().getStatusLineManager();
			case null, default -> null;
		};
	}
}
