package org.fleetdesk.ui.login;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;

import org.fleetdesk.kube.login.LoginOffer;
import org.fleetdesk.kube.login.LoginPrompt;
import org.fleetdesk.ui.DialogParent;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/** Shows logins as dialogs, which leave the window usable. A workbench without a window cancels them. */
public final class DialogPrompt implements LoginPrompt {
	private final IWorkbench workbench;
	private final UiExecutor ui;

	/** Dialogs over the windows of a workbench. */
	public DialogPrompt(IWorkbench workbench, UiExecutor ui) {
		this.workbench = Objects.requireNonNull(workbench);
		this.ui = Objects.requireNonNull(ui);
	}

	@Override
	public Shown show(LoginOffer offer) {
		AtomicReference<@Nullable LoginDialog> shown = new AtomicReference<>();
		AtomicBoolean over = new AtomicBoolean();
		ui.execute(() -> {
			Shell shell = DialogParent.of(workbench);
			if (over.get()) {
				return;
			}
			if (shell == null) {
				offer.cancel().run();
				return;
			}
			LoginDialog dialog = new LoginDialog(shell, offer, workbench.getService(PageOpener.class));
			shown.set(dialog);
			dialog.open();
		}, offer.cancel());
		return () -> {
			over.set(true);
			ui.execute(() -> {
				LoginDialog dialog = shown.get();
				if (dialog != null) {
					dialog.close();
				}
			});
		};
	}
}
