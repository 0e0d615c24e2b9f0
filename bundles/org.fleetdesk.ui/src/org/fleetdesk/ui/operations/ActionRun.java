package org.fleetdesk.ui.operations;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.BadArgument;
import org.fleetdesk.core.action.Values;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/**
 * Does an action with objects: asks for its arguments, has the operation made, previewed, confirmed and run, and reports.
 * Belongs to the UI thread, which waits for nothing but the dialogs.
 */
final class ActionRun {
	private final IWorkbenchWindow window;
	private final Action action;
	private final List<Target> targets;
	private final UiExecutor ui;

	ActionRun(IWorkbenchWindow window, Action action, List<ObjectRef> refs) {
		this.window = window;
		this.action = action;
		this.ui = UiExecutor.of(window.getShell());
		Fleet fleet = window.getService(Fleet.class);
		this.targets = refs.stream().flatMap(ref -> ref.target(fleet).stream()).toList();
	}

	/** Begins. */
	void start() {
		if (targets.isEmpty()) {
			Said.problem(window, NLS.bind(Messages.not_selected, action.title()));
		} else if (action.arguments().isEmpty()) {
			start(Values.of(action));
		} else {
			ArgumentsDialog dialog = new ArgumentsDialog(window.getShell(), action, targets, title(),
					this::present);
			if (dialog.open() == Window.OK) {
				make(dialog.values());
			}
		}
	}

	/** Reads the one object, if it is one, so that fields begin with what it has. */
	private void present(UiExecutor dialog, Consumer<JsonNode> taker) {
		boolean wanted = action.arguments().stream().anyMatch(argument -> !argument.path().isEmpty());
		if (targets.size() == 1 && wanted) {
			Target one = targets.getFirst();
			window.getService(Background.class).threads().newThread(() -> {
				try {
					JsonNode object = one.cluster().reader().get(one.key());
					dialog.execute(() -> taker.accept(object));
				} catch (KubeException e) {
					// fields begin empty; what is wrong is said when the preview is asked for
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
				}
			}).start();
		}
	}

	/** Does it with these arguments, asking for none. */
	void start(Values values) {
		if (targets.isEmpty()) {
			Said.problem(window, NLS.bind(Messages.not_selected, action.title()));
		} else {
			make(values);
		}
	}

	/** "Scale Deployment web/api", "Restart: 3 objects". */
	private String title() {
		Target first = targets.getFirst();
		return targets.size() == 1
				? NLS.bind(Messages.title_one,
						new Object[]{action.title(), first.key().type().kind(), first.key().path()})
				: NLS.bind(Messages.title_many, action.title(), targets.size());
	}

	private void make(Values values) {
		new Making(values).schedule();
	}

	private void made(Operation operation) {
		if (operation.steps().isEmpty()) {
			Said.done(window, NLS.bind(Messages.nothing_to_do, title()));
		} else {
			new Changing(window, title(), operation).start();
		}
	}

	private void refused(String sentence) {
		MessageDialog.openError(window.getShell(), title(), sentence);
	}

	/** Makes the operation, which may read from clusters. */
	private final class Making extends Job {
		private final Values values;
		private @Nullable Thread running; // guarded by this

		Making(Values values) {
			super(NLS.bind(Messages.job_make, title()));
			this.values = values;
			setUser(true);
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			synchronized (this) {
				running = Thread.currentThread();
			}
			try {
				Operation operation = action.operation(targets, values);
				ui.execute(() -> made(operation));
				return Status.OK_STATUS;
			} catch (KubeException | BadArgument e) {
				String sentence = Optional.ofNullable(e.getMessage()).orElse("");
				ui.execute(() -> refused(sentence));
				return Status.OK_STATUS;
			} catch (InterruptedException e) {
				return Status.CANCEL_STATUS;
			} finally {
				synchronized (this) {
					running = null;
					Thread.interrupted(); // the next job of this thread was not cancelled
				}
			}
		}

		@Override
		protected synchronized void canceling() {
			if (running != null) {
				running.interrupt();
			}
		}
	}
}
