package org.fleetdesk.ui.operations;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.change.ChangeFlow;
import org.fleetdesk.ui.change.Preview;
import org.fleetdesk.ui.change.Resolution;

/** An operation on its way from the preview to the report. Belongs to the UI thread. */
class Changing implements ChangeFlow.Owner {
	private static final Set<State> RIGHT = Set.of(State.DONE, State.UNCHANGED);
	private final IWorkbenchWindow window;
	private final String title;
	private final Operation operation;
	private final List<Preview> refusals;

	Changing(IWorkbenchWindow window, String title, Operation operation) {
		this(window, title, operation, List.of());
	}

	/**
	 * The way of an operation.
	 *
	 * @param refusals what is left out of it, and why
	 */
	Changing(IWorkbenchWindow window, String title, Operation operation, List<Preview> refusals) {
		this.window = window;
		this.title = title;
		this.operation = operation;
		this.refusals = List.copyOf(refusals);
	}

	/** Begins with the preview. */
	final void start() {
		new ChangeFlow(window, window.getShell(), title, this).start();
	}

	@Override
	public Operation operation(Resolution decided) {
		return operation;
	}

	@Override
	public final boolean bulk() {
		return true;
	}

	@Override
	public boolean keepable() {
		return false;
	}

	@Override
	public final List<Preview> refusals() {
		return refusals;
	}

	@Override
	public final void refused(Outcome outcome) {
		MessageDialog.openError(window.getShell(), title,
				outcome.problem().map(KubeException::getMessage).orElse(Messages.outcome_failed));
	}

	@Override
	public final void done(List<Outcome> outcomes) {
		done(outcomes, List.of());
	}

	@Override
	public final void done(List<Outcome> outcomes, List<Entry> entries) {
		Optional<Outcome> one = outcomes.size() == 1 ? Optional.of(outcomes.getFirst()) : Optional.empty();
		if (one.filter(outcome -> RIGHT.contains(outcome.state())).isPresent() && refusals.isEmpty()) {
			Said.done(window, NLS.bind(Messages.said, title, Report.word(one.get().state())));
		} else {
			new ReportDialog(window, title, operation, outcomes, entries).open();
		}
	}

	@Override
	public void left() {
		// nothing was done, and it was wanted so
	}
}
