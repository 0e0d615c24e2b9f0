package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.internal.Texts;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.kube.KubeException;

/** The changes of a run of which it is not known whether the server has made them, until the objects tell. */
final class Doubts {
	/** Half a minute together. */
	private static final List<Long> PAUSES = List.of(1000L, 2000L, 4000L, 8000L, 15000L);

	private record Doubt(Entry begun, Outcome outcome) {
	}

	private final Records records;
	private final Background background;
	private final Map<Integer, Doubt> doubts = new ConcurrentSkipListMap<>();

	Doubts(Records records, Background background) {
		this.records = records;
		this.background = background;
	}

	/** Reads what became of a change that was cut off; unknown if it cannot be read, which is a problem, or does not tell. */
	static Outcome found(Step step, Change wanted, KubeException problem) throws InterruptedException {
		try {
			return switch (Aftermath.of(wanted.before(), wanted.after(), step.now())) {
				case DONE -> Outcome.of(step, wanted, true);
				case NOT_DONE -> Outcome.failed(step, problem);
				case UNCLEAR -> new Outcome(step, Outcome.State.UNKNOWN, Optional.of(wanted), Optional.empty());
			};
		} catch (KubeException e) {
			return Outcome.unknown(step, wanted, problem);
		}
	}

	/** A step whose object could not be read. */
	void keep(int number, Entry begun, Outcome outcome) {
		doubts.put(number, new Doubt(begun, outcome));
	}

	/** Looks at the objects again for a while; the outcomes as they are known then. An interrupt ends it. */
	List<Outcome> settled(List<Outcome> outcomes, BiConsumer<Step, String> says) {
		List<Outcome> known = new ArrayList<>(outcomes);
		try {
			for (int tries = 0; tries < PAUSES.size() && !doubts.isEmpty()
					&& !Thread.currentThread().isInterrupted(); tries++) {
				doubts.values().forEach(doubt -> says.accept(doubt.outcome().step(),
						Texts.text("operation.finding", doubt.outcome().target().cluster().name())));
				background.pause(PAUSES.get(tries));
				look(known);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		return List.copyOf(known);
	}

	private void look(List<Outcome> known) throws InterruptedException {
		for (int number : List.copyOf(doubts.keySet())) {
			Doubt doubt = doubts.get(number);
			Outcome unknown = doubt.outcome();
			Change wanted = unknown.change().orElseThrow();
			Outcome found = found(unknown.step(), wanted, unknown.problem().orElseThrow());
			if (found.state() != Outcome.State.UNKNOWN) {
				known.set(number, found);
				records.ended(doubt.begun(), wanted, found);
				doubts.remove(number);
			}
		}
	}
}
