package org.fleetdesk.core.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Journal;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.KubeException;

/**
 * Previews and runs operations: step by step on the caller's thread, or several at a time on threads of their own. The
 * caller's thread is interrupted, or its {@link Progress} says so, to end it; either way every step has an outcome. What
 * is run is written to the journal before and after. Safe for any thread.
 */
public final class OperationRunner {
	private final Journal journal;
	private final Entry.By program;
	private final Background background;

	/** A runner that tells a journal by which program something was changed. */
	public OperationRunner(Journal journal, Entry.By program, Background background) {
		this.journal = Objects.requireNonNull(journal);
		this.program = Objects.requireNonNull(program);
		this.background = Objects.requireNonNull(background);
	}

	/** The same, one step after the other. */
	public List<Outcome> preview(Operation operation, Progress progress) {
		return preview(operation, progress, Manner.ONE_BY_ONE);
	}

	/**
	 * What the operation would do, an outcome for each step in order. An interrupt ends it: the rest is CANCELLED, and the
	 * thread stays interrupted. A cluster that does not answer is not asked for its other steps: they have FAILED as well.
	 */
	public List<Outcome> preview(Operation operation, Progress progress, Manner manner) {
		return new Round(operation.steps(), progress, manner.stopping(false), background) {
			@Override
			Outcome work(int number) throws InterruptedException {
				Step step = step(number);
				try {
					return Outcome.of(step, again(step), false);
				} catch (KubeException.Unreachable e) {
					away(step.target().cluster(), e);
					return Outcome.failed(step, e);
				}
			}

			@Override
			List<Step> awaited(Step step) {
				return List.of();
			}
		}.run();
	}

	/** A connection that breaks once says nothing of the cluster. */
	private static Change again(Step step) throws InterruptedException {
		try {
			return step.preview();
		} catch (KubeException.Unreachable e) {
			return step.preview();
		}
	}

	/** The same, one step after the other. */
	public List<Outcome> run(Operation operation, List<Outcome> previewed, Confirmation confirmation,
			Progress progress) {
		return run(operation, previewed, confirmation, progress, Manner.ONE_BY_ONE);
	}

	/**
	 * Does the operation. Steps whose preview is FAILED, CLASHED, CANCELLED or UNKNOWN are left as they are. An interrupt
	 * ends it: what was being done is UNKNOWN, the rest CANCELLED, and the thread stays interrupted. Where a connection breaks
	 * in the middle, the object is read to find out what became of it; where that cannot be read, the cluster gets no further
	 * steps (they have FAILED), and the object is read again for half a minute when all else is done. Nothing is sent twice.
	 *
	 * @param previewed what {@link #preview} has given for it
	 */
	public List<Outcome> run(Operation operation, List<Outcome> previewed, Confirmation confirmation,
			Progress progress, Manner manner) {
		long parts = previewed.stream().filter(outcome -> wanted(outcome).isPresent()).count();
		Entry.Group group = Entry.Group.of((int) Math.max(parts, 1), manner.ticket());
		Records records = new Records(entry -> {
			journal.record(entry);
			progress.recorded(entry);
		}, program, background.clock());
		Doubts doubts = new Doubts(records, background);
		Round round = new Round(operation.steps(), progress, manner, background) {
			@Override
			Outcome work(int number) throws InterruptedException {
				Optional<Change> wanted = wanted(previewed.get(number));
				if (wanted.isEmpty()) {
					return previewed.get(number);
				}
				Step step = step(number);
				Entry begun = records.begun(operation.name(), step.target(), group, wanted.get());
				Outcome outcome = Outcome.ended(step, State.UNKNOWN);
				try {
					outcome = outcome(step, wanted.get(), confirmation);
				} finally {
					records.ended(begun, wanted.get(), outcome);
				}
				if (outcome.state() == State.UNKNOWN && outcome.problem().isPresent()) {
					doubts.keep(number, begun, outcome);
					away(step.target().cluster(), outcome.problem().get());
				}
				return outcome;
			}

			private Outcome outcome(Step step, Change wanted, Confirmation typed) throws InterruptedException {
				try {
					Execution execution = new Execution(typed, sentence -> says(step, sentence), background);
					return Outcome.of(step, step.run(wanted, execution), true);
				} catch (KubeException.Unreachable | KubeException.ServerFault e) {
					return Doubts.found(step, wanted, e);
				} catch (KubeException e) {
					return Outcome.failed(step, e);
				} catch (Cancelled e) {
					Thread.currentThread().interrupt();
					return Outcome.ended(step, State.CANCELLED);
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
					return new Outcome(step, State.UNKNOWN, Optional.of(wanted), Optional.empty());
				}
			}
		};
		return doubts.settled(round.run(), round::says);
	}

	/**
	 * Reads what became of a change of the journal whose outcome is not known, as after a crash, and records it; the entry as
	 * it is known then. Remote.
	 *
	 * @throws KubeException if the object cannot be read
	 */
	public Entry findOut(Entry unknown, ClusterAccess cluster) throws InterruptedException {
		if (unknown.outcome() != Entry.Outcome.UNKNOWN) {
			return unknown;
		}
		Optional<Recorded> recorded = Recorded.of(unknown, cluster);
		if (recorded.isEmpty()) {
			return unknown;
		}
		Aftermath found = Aftermath.of(unknown.before(), unknown.after(),
				recorded.get().now().map(SecretData::masked));
		if (found == Aftermath.UNCLEAR) {
			return unknown;
		}
		boolean done = found == Aftermath.DONE;
		Entry known = unknown.end(background.clock().instant(), done ? Entry.Outcome.DONE : Entry.Outcome.FAILED,
				unknown.message()).with(unknown.before(), done ? unknown.after() : Optional.empty());
		journal.record(known);
		return known;
	}

	/** What a step shall do, if its preview allows it. */
	private static Optional<Change> wanted(Outcome previewed) {
		return previewed.state() == State.DONE || previewed.state() == State.UNCHANGED
				? previewed.change()
				: Optional.empty();
	}
}
