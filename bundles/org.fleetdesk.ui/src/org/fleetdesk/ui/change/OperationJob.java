package org.fleetdesk.ui.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Manner;
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
	private final BiConsumer<List<Outcome>, List<Entry>> then;
	private final Map<String, Entry> recorded = new LinkedHashMap<>(); // guarded by itself
	private @Nullable Thread running; // guarded by this
	private volatile State state;

	/**
	 * How far it is.
	 *
	 * @param done how many steps have ended
	 * @param failed how many of these failed
	 * @param all how many there are
	 * @param at what it is at, one line
	 */
	public record State(int done, int failed, int all, String at) {
	}

	private OperationJob(String name, Operation operation, Function<Progress, List<Outcome>> work,
			BiConsumer<List<Outcome>, List<Entry>> then) {
		super(name);
		this.operation = operation;
		this.work = work;
		this.then = then;
		this.state = new State(0, 0, operation.steps().size(), "");
		setUser(true);
	}

	/** How far it is; for any thread. */
	public State state() {
		return state;
	}

	/** All of these belong together. */
	@Override
	public boolean belongsTo(Object family) {
		return family == OperationJob.class;
	}

	/** A job that asks what an operation would do. */
	public static OperationJob preview(String name, OperationRunner runner, Operation operation, Manner manner,
			Consumer<List<Outcome>> then) {
		return new OperationJob(name, operation, progress -> runner.preview(operation, progress, manner),
				(outcomes, entries) -> then.accept(outcomes));
	}

	/**
	 * What was agreed to.
	 *
	 * @param previewed what the clusters have said of it
	 * @param confirmation what was typed
	 * @param manner how it shall be done
	 */
	public record Agreed(List<Outcome> previewed, Confirmation confirmation, Manner manner) {
	}

	/** A job that does an operation; tells what came of it, and what the journal has of that. */
	public static OperationJob run(String name, OperationRunner runner, Operation operation, Agreed agreed,
			BiConsumer<List<Outcome>, List<Entry>> then) {
		return new OperationJob(name, operation, progress -> runner.run(operation, agreed.previewed(),
				agreed.confirmation(), progress, agreed.manner()), then);
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
		then.accept(outcomes, recorded());
		return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	private List<Entry> recorded() {
		synchronized (recorded) {
			return List.copyOf(recorded.values());
		}
	}

	@Override
	protected synchronized void canceling() {
		if (running != null) {
			running.interrupt();
		}
	}

	private final class Shown implements Progress {
		private final SubMonitor progress;
		private final IProgressMonitor monitor;

		Shown(SubMonitor progress, IProgressMonitor monitor) {
			this.progress = progress;
			this.monitor = monitor;
		}

		@Override
		public void begins(Step step, int number, int all) {
			String place = place(step);
			at(all == 1 ? place : NLS.bind(Messages.job_step_of, new Object[]{number, all, place}));
		}

		@Override
		public void says(Step step, String sentence) {
			at(NLS.bind(Messages.job_says, place(step), sentence));
		}

		@Override
		public void recorded(Entry entry) {
			synchronized (recorded) {
				recorded.put(entry.id(), entry.with(Optional.empty(), Optional.empty()));
			}
		}

		private String place(Step step) {
			return NLS.bind(Messages.job_step, step.target(), step.target().cluster().name());
		}

		private void at(String text) {
			state = new State(state.done(), state.failed(), state.all(), text);
			progress.subTask(text);
		}

		@Override
		public void ended(Outcome outcome) {
			int failed = outcome.state() == Outcome.State.FAILED ? 1 : 0;
			state = new State(state.done() + 1, state.failed() + failed, state.all(), state.at());
			progress.worked(1);
		}

		@Override
		public boolean cancelled() {
			return monitor.isCanceled();
		}
	}
}
