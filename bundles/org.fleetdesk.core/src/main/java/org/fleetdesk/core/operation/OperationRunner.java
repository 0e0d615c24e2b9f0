package org.fleetdesk.core.operation;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.Journal;
import org.fleetdesk.core.object.SecretData;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Previews and runs operations, step by step on the caller's thread, which is interrupted or told by its {@link Progress}
 * to end it; either way every step has an outcome. What is run is written to the journal before and after. Safe for any
 * thread.
 */
public final class OperationRunner {
	private final Journal journal;
	private final Entry.By program;
	private final InstantSource clock;

	/** A runner that tells a journal by which program something was changed. */
	public OperationRunner(Journal journal, Entry.By program, InstantSource clock) {
		this.journal = Objects.requireNonNull(journal);
		this.program = Objects.requireNonNull(program);
		this.clock = Objects.requireNonNull(clock);
	}

	/**
	 * What the operation would do, an outcome for each step in order. An interrupt ends it: the rest is CANCELLED, and the
	 * thread stays interrupted.
	 */
	public List<Outcome> preview(Operation operation, Progress progress) {
		return each(operation, progress, (step, number) -> Outcome.of(step, step.preview(), false));
	}

	/**
	 * Does the operation. Steps whose preview is FAILED, CLASHED, CANCELLED or UNKNOWN are left as they are. An interrupt
	 * ends it: what was being done is UNKNOWN, the rest CANCELLED, and the thread stays interrupted.
	 *
	 * @param previewed what {@link #preview} has given for it
	 */
	public List<Outcome> run(Operation operation, List<Outcome> previewed, Confirmation confirmation,
			Progress progress) {
		return each(operation, progress, (step, number) -> {
			Outcome before = previewed.get(number);
			Optional<Change> change = before.change().filter(c -> before.state() != Outcome.State.CLASHED);
			return change.isEmpty() ? before : run(operation, step, change.get(), confirmation);
		});
	}

	private Outcome run(Operation operation, Step step, Change previewed, Confirmation confirmation)
			throws InterruptedException {
		Entry begun = begun(operation, step.target()).with(previewed.before(), Optional.empty());
		journal.record(begun);
		Outcome outcome = Outcome.ended(step, Outcome.State.UNKNOWN);
		try {
			outcome = Outcome.of(step, step.run(previewed, confirmation), true);
			return outcome;
		} catch (KubeException e) {
			outcome = Outcome.failed(step, e);
			return outcome;
		} finally {
			journal.record(ended(begun, previewed, outcome));
		}
	}

	private Entry begun(Operation operation, Target target) {
		ClusterAccess cluster = target.cluster();
		ObjectKey key = target.key();
		return Entry.begin(clock.instant(), program,
				new Entry.Place(cluster.id(), cluster.name(), cluster.identity()), new Entry.Subject(operation.name(),
						key.type().qualifiedName(), key.namespace(), key.name()));
	}

	private Entry ended(Entry begun, Change previewed, Outcome outcome) {
		Entry.Outcome how = switch (outcome.state()) {
			case DONE -> Entry.Outcome.DONE;
			case UNCHANGED -> Entry.Outcome.UNCHANGED;
			case FAILED, CLASHED -> Entry.Outcome.FAILED;
			case CANCELLED -> Entry.Outcome.CANCELLED;
			case UNKNOWN -> Entry.Outcome.UNKNOWN;
		};
		String message = outcome.problem().map(KubeException::getMessage)
				.orElseGet(() -> outcome.change().map(c -> String.join("; ", c.warnings())).orElse(""));
		Entry entry = begun.end(clock.instant(), how,
				concealed(concealed(message, previewed.before()), previewed.after()));
		return outcome.change().map(c -> entry.with(c.before(), c.after())).orElse(entry);
	}

	private static String concealed(String message, Optional<JsonNode> object) {
		return object.map(known -> SecretData.concealed(message, known)).orElse(message);
	}

	private interface Work {
		Outcome outcome(Step step, int number) throws InterruptedException;
	}

	private static List<Outcome> each(Operation operation, Progress progress, Work work) {
		List<Outcome> outcomes = new ArrayList<>();
		List<Step> steps = operation.steps();
		boolean interrupted = false;
		for (Step step : steps) {
			Outcome outcome = Outcome.ended(step, Outcome.State.CANCELLED);
			if (!interrupted && !progress.cancelled() && !Thread.currentThread().isInterrupted()) {
				progress.begins(step, outcomes.size() + 1, steps.size());
				try {
					outcome = work.outcome(step, outcomes.size());
				} catch (KubeException e) {
					outcome = Outcome.failed(step, e);
				} catch (InterruptedException e) {
					interrupted = true;
					outcome = Outcome.ended(step, Outcome.State.UNKNOWN);
				}
				progress.ended(outcome);
			}
			outcomes.add(outcome);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		return outcomes;
	}
}
