package org.fleetdesk.ui.consent;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;

import org.fleetdesk.core.fleet.ExecConsents.Question;
import org.fleetdesk.core.fleet.ExecConsents.Verdict;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;
import org.fleetdesk.ui.DialogParent;
import org.fleetdesk.ui.UiExecutor;

import org.jspecify.annotations.Nullable;

/**
 * Asks by a dialog. The asking thread waits and may be interrupted, which takes the dialog away; a workbench that is
 * closing answers NO.
 */
public final class DialogQuestion implements Question {
	private final IWorkbench workbench;
	private final UiExecutor ui;

	/** Questions asked in the windows of a workbench. */
	public DialogQuestion(IWorkbench workbench, UiExecutor ui) {
		this.workbench = Objects.requireNonNull(workbench);
		this.ui = Objects.requireNonNull(ui);
	}

	@Override
	public Verdict ask(KubeContext context, KubeUser.Exec exec) throws InterruptedException {
		CompletableFuture<Verdict> answer = new CompletableFuture<>();
		AtomicReference<@Nullable ConsentDialog> shown = new AtomicReference<>();
		ui.execute(() -> {
			Shell shell = DialogParent.of(workbench);
			if (shell == null || answer.isDone()) {
				answer.complete(Verdict.NO);
				return;
			}
			ConsentDialog dialog = new ConsentDialog(shell, context, exec);
			shown.set(dialog);
			answer.complete(dialog.ask());
		}, () -> answer.complete(Verdict.NO));
		try {
			return answer.get();
		} catch (ExecutionException e) {
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			answer.complete(Verdict.NO);
			ui.execute(() -> close(shown.get()));
			throw e;
		}
	}

	private static void close(@Nullable Window dialog) {
		if (dialog != null) {
			dialog.close();
		}
	}
}
