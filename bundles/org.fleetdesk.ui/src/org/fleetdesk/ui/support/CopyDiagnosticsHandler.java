package org.fleetdesk.ui.support;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/** Copies the diagnostics to the clipboard and says so. */
public final class CopyDiagnosticsHandler extends AbstractHandler {

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		Diagnostics diagnostics = new Diagnostics(window.getService(Fleet.class));
		Shell shell = window.getShell();
		UiExecutor ui = UiExecutor.of(shell);
		window.getService(Errands.class).run(Messages.diagnostics_failed, () -> {
			String text = diagnostics.text();
			ui.execute(() -> copy(shell, text));
		});
		return null;
	}

	private static void copy(Shell shell, String text) {
		Clips.copy(text);
		MessageDialog.openInformation(shell, Messages.diagnostics_title, Messages.diagnostics_copied);
	}
}
