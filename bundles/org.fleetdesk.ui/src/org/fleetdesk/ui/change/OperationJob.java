package org.fleetdesk.ui.change;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.core.operation.Step;

import org.jspecify.annotations.Nullable;

/**
 * An operation that someone started, as the workbench shows it: with its progress and a way to cancel, which interrupts
 * what it waits for. The one adapter from operations to jobs. What comes of it is told on the job's thread, whatever it
 * is; the job itself never fails.
 */
public final class OperationJob extends Job {
	private final Operation operation;
	private final Function<Progress, List<Outcome>> work;
	private final Consumer<List<Outcome>> then;
	private @Nullable Thread running; // guarded by this

	private OperationJob(String name, Operation operation, Function<Progress, List<Outcome>> work,
			Consumer<List<Outcome>> then) {
		super(name);
		this.operation = operation;
		this.work = work;
		this.then = then;
		setUser(true);
	}

	/** A job that asks what an operation would do. */
	public static OperationJob preview(String name, OperationRunner runner, Operation operation,
			Consumer<List<Outcome>> then) {
		return new OperationJob(name, operation, progress -> runner.preview(operation, progress), then);
	}

	/** A job that does an operation. */
	public static OperationJob run(String name, OperationRunner runner, Operation operation, List<Outcome> previewed,
			Confirmation confirmation, Consumer<List<Outcome>> then) {
		return new OperationJob(name, operation,
				progress -> runner.run(operation, previewed, confirmation, progress), then);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		SubMonitor progress = SubMonitor.convert(monitor, operation.steps().size());
		synchronized (this) {
			running = Thread.currentThread();
		}
		List<Outcome> outcomes;
		try {
			outcomes = work.apply(new Shown(progress, monitor));
		} finally {
			synchronized (this) {
				running = null;
				Thread.interrupted(); // the next job of this thread was not cancelled
			}
		}
		then.accept(outcomes);
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	@Override
	protected synchronized void canceling() {
		if (running != null) {
			running.interrupt();
		}
	}

	private record Shown(SubMonitor progress, IProgressMonitor monitor) implements Progress {
		@Override
		public void begins(Step step, int number, int all) {
			String place = NLS.bind(Messages.job_step, step.target(), step.target().cluster().name());
			progress.subTask(all == 1 ? place : NLS.bind(Messages.job_step_of, new Object[]{number, all, place}));
		}

		@Override
		public void ended(Outcome outcome) {
			progress.worked(1);
		}

		@Override
		public boolean cancelled() {
			return monitor.isCanceled();
		}
	}
}
