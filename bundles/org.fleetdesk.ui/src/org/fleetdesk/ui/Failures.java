package org.fleetdesk.ui;

import java.util.Objects;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.kube.Finding;

import org.jspecify.annotations.Nullable;

/**
 * Tells what a person asked for and did not get: in the status line of the active part, and once in the log. What is read
 * in the background speaks in its view instead and does not come here. Safe for any thread; the assembly makes it.
 */
public final class Failures {
	private static final String BUNDLE = "org.fleetdesk.ui";
	private final IWorkbench workbench;
	private final UiExecutor ui;
	private final ILog log;

	/** Failures of a workbench. */
	public Failures(IWorkbench workbench, UiExecutor ui, ILog log) {
		this.workbench = Objects.requireNonNull(workbench);
		this.ui = Objects.requireNonNull(ui);
		this.log = Objects.requireNonNull(log);
	}

	/**
	 * Tells of a failure.
	 *
	 * @param sentence what failed, where, and what to do; without secrets
	 * @param cause for the log
	 */
	public void report(String sentence, @Nullable Throwable cause) {
		log.log(new Status(IStatus.ERROR, BUNDLE, sentence, cause));
		ui.execute(() -> show(sentence));
	}

	/** Tells of a finding that somebody should know of. */
	public void report(Finding finding) {
		report(finding.text(), null);
	}

	/** Tells of what no code expected, at the root of a thread: in the log alone. */
	public void unexpected(Throwable problem) {
		log.log(new Status(IStatus.ERROR, BUNDLE, String.valueOf(problem.getMessage()), problem));
	}

	private void show(String sentence) {
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		IWorkbenchPart part = window == null || window.getActivePage() == null
				? null
				: window.getActivePage().getActivePart();
		IStatusLineManager line = switch (part) {
			case IViewPart view -> view.getViewSite().getActionBars().getStatusLineManager();
			case IEditorPart editor -> editor.getEditorSite().getActionBars().getStatusLineManager();
			case null, default -> null;
		};
		if (line != null) {
			line.setErrorMessage(sentence);
		}
	}
}
