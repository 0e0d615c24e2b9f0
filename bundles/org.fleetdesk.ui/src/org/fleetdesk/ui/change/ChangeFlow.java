package org.fleetdesk.ui.change;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.core.operation.Manner;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.ui.UiExecutor;

/**
 * Takes a change from its preview over the question whether to do it to its end, without blocking the UI thread, on which
 * it is used. Whoever closes its part meanwhile is asked nothing more; what runs already goes on.
 */
public final class ChangeFlow {

	/** What is changed, and who is told what came of it, on the UI thread. */
	public interface Owner {
		/** The change as far as it was decided. */
		Operation operation(Resolution decided);

		/** Whether fields may keep the value that others gave them. */
		boolean keepable();

		/** Whether its objects have nothing to do with each other, so that several may be changed at a time. */
		default boolean bulk() {
			return false;
		}

		/** What did not get to a cluster, shown besides. */
		default List<Preview> refusals() {
			return List.of();
		}

		/** The one step there is was refused, in the preview or when it was done. */
		void refused(Outcome outcome);

		/** It was done, all of it or in part. */
		void done(List<Outcome> outcomes);

		/** The same with what the journal has of it. */
		default void done(List<Outcome> outcomes, List<Entry> entries) {
			done(outcomes);
		}

		/** Nothing was done, and it was wanted so. */
		void left();
	}

	private final OperationRunner runner;
	private final Control control;
	private final UiExecutor ui;
	private final String title;
	private final Owner owner;

	/** A flow for a control's part. */
	public ChangeFlow(IServiceLocator site, Control control, String title, Owner owner) {
		this.runner = Objects.requireNonNull(site.getService(OperationRunner.class));
		this.control = control;
		this.ui = UiExecutor.of(control);
		this.title = title;
		this.owner = owner;
	}

	/** Begins. */
	public void start() {
		preview(Resolution.NONE, List.of(), Confirmation.NONE, manner());
	}

	/**
	 * Asks the clusters what would become of it.
	 *
	 * @param agreed the differences somebody has agreed to: if it comes to the same, nobody is asked again
	 */
	private void preview(Resolution decided, List<List<DiffLine>> agreed, Confirmation confirmation, Manner manner) {
		Operation operation = owner.operation(decided);
		OperationJob.preview(NLS.bind(Messages.job_preview, title), runner, operation, manner(), outcomes -> {
			List<Preview> previews = Stream.concat(outcomes.stream().map(Preview::of), owner.refusals().stream())
					.toList();
			boolean same = agreed.equals(previews.stream().map(Preview::lines).toList())
					&& previews.stream().anyMatch(Preview::possible);
			ui.execute(same
					? () -> run(operation, new OperationJob.Agreed(outcomes, confirmation, manner))
					: () -> ask(operation, outcomes, previews));
		}).schedule();
	}

	private void ask(Operation operation, List<Outcome> outcomes, List<Preview> previews) {
		if (!outcomes.isEmpty()
				&& outcomes.stream().allMatch(o -> o.state() == State.CANCELLED || o.state() == State.UNKNOWN)) {
			owner.left();
			return;
		}
		if (refused(outcomes)) {
			return;
		}
		List<ClusterAccess> clusters = outcomes.stream().map(o -> o.target().cluster()).distinct().toList();
		ChangeDialog dialog = new ChangeDialog(control.getShell(), title, previews, clusters,
				new ChangeDialog.Asked(operation, owner.keepable(), manner()));
		switch (dialog.open()) {
			case Window.OK -> run(operation,
					new OperationJob.Agreed(outcomes, dialog.confirmation(), dialog.manner()));
			case ChangeDialog.RESOLVE -> {
				boolean all = dialog.resolution().theirs().isEmpty();
				preview(dialog.resolution(), all ? previews.stream().map(Preview::lines).toList() : List.of(),
						dialog.confirmation(), dialog.manner());
			}
			default -> owner.left();
		}
	}

	private Manner manner() {
		return owner.bulk() ? Manner.BULK : Manner.ONE_BY_ONE;
	}

	private void run(Operation operation, OperationJob.Agreed agreed) {
		OperationJob.run(title, runner, operation, agreed, (outcomes, entries) -> ui.execute(() -> {
			if (!refused(outcomes)) {
				owner.done(outcomes, entries);
			}
		})).schedule();
	}

	private boolean refused(List<Outcome> outcomes) {
		boolean refused = outcomes.size() == 1 && owner.refusals().isEmpty()
				&& outcomes.getFirst().state() == State.FAILED;
		if (refused) {
			owner.refused(outcomes.getFirst());
		}
		return refused;
	}
}
