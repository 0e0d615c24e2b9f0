package org.fleetdesk.ui.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.UiExecutor;

/** Deletes objects that somebody has selected, after having shown what else goes. Used on the UI thread. */
public final class Deletion {
	private static final int MOST_NAMED = 5;

	private Deletion() {
	}

	/** Asks whether and how to delete objects, does it, and reports what could not be deleted. */
	public static void ask(IWorkbenchWindow window, List<Target> targets) {
		if (targets.isEmpty()) {
			return;
		}
		OperationRunner runner = window.getService(OperationRunner.class);
		UiExecutor ui = window.getService(UiExecutor.class);
		Shell shell = window.getShell();
		DeleteDialog dialog = new DeleteDialog(shell, runner, targets);
		if (dialog.open() == Window.OK) {
			OperationJob.run(title(targets), runner, dialog.operation(),
					new OperationJob.Agreed(dialog.previewed(), dialog.confirmation(), dialog.manner()),
					(outcomes, entries) -> ui.execute(() -> report(shell, targets, outcomes))).schedule();
		}
	}

	/** "Delete Pod web/api", "Delete 3 objects". */
	static String title(List<Target> targets) {
		Target first = targets.getFirst();
		return targets.size() == 1
				? NLS.bind(Messages.delete_one, first.key().type().kind(), first.key().path())
				: NLS.bind(Messages.delete_many, targets.size());
	}

	/** The failures, those for the same reason together. */
	private static void report(Shell shell, List<Target> targets, List<Outcome> outcomes) {
		Map<String, List<String>> reasons = new LinkedHashMap<>();
		for (Outcome outcome : outcomes) {
			String reason = switch (outcome.state()) {
				case DONE, UNCHANGED -> "";
				case FAILED -> outcome.problem().map(KubeException::getMessage).orElse("");
				case CANCELLED, CLASHED -> Messages.says_cancelled;
				case UNKNOWN -> Messages.says_unknown;
			};
			if (!reason.isEmpty()) {
				reasons.computeIfAbsent(reason, r -> new java.util.ArrayList<>()).add(outcome.target().key().path());
			}
		}
		if (!reasons.isEmpty()) {
			StringBuilder text = new StringBuilder();
			reasons.forEach((reason, names) -> text.append(names(names)).append(": ").append(reason).append("\n\n"));
			MessageDialog.openError(shell, title(targets), text.toString().strip());
		}
	}

	/** "a, b, c and 7 more". */
	static String names(List<String> names) {
		String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
		return names.size() <= MOST_NAMED ? first : NLS.bind(Messages.and_more, first, names.size() - MOST_NAMED);
	}
}
