package org.fleetdesk.core.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.KubeException;

import org.jspecify.annotations.Nullable;

/** Goes through the steps of an operation once, in whatever manner. */
abstract class Round {
	private static final long LOOK_MILLIS = 200;

	/** When it is a step's turn. */
	private enum When {
		NOW, LATER, NEVER, OVER
	}

	private record Turn(When when, int number, @Nullable Outcome outcome) {
	}

	private final List<Step> steps;
	private final Progress progress;
	private final Manner manner;
	private final Background background;
	private final Map<Step, Integer> numbers = new IdentityHashMap<>();
	private final Object telling = new Object();
	private int begun; // guarded by telling
	// guarded by this from here on
	private final @Nullable Outcome[] outcomes;
	private final Map<ClusterAccess, KubeException> away = new HashMap<>();
	private boolean stopped;

	Round(List<Step> steps, Progress progress, Manner manner, Background background) {
		this.steps = steps;
		this.progress = progress;
		this.manner = manner;
		this.background = background;
		this.outcomes = new Outcome[steps.size()];
		for (int i = 0; i < steps.size(); i++) {
			numbers.put(steps.get(i), i);
		}
	}

	/** Does what is to be done with a step. */
	abstract Outcome work(int number) throws InterruptedException;

	Step step(int number) {
		return steps.get(number);
	}

	/** A cluster does not answer any more: none of its other steps begins. */
	final synchronized void away(ClusterAccess cluster, KubeException problem) {
		away.put(cluster, problem);
	}

	/** Tells what a step waits for. */
	final void says(Step step, String sentence) {
		synchronized (telling) {
			progress.says(step, sentence);
		}
	}

	/** Goes through all; an interrupt ends it, and the thread stays interrupted. */
	final List<Outcome> run() {
		if (manner.parallel() == 1) {
			Set<Integer> all = new LinkedHashSet<>();
			numbers.values().stream().sorted().forEach(all::add);
			work(all);
		} else {
			await(workers());
		}
		synchronized (this) {
			List<Outcome> all = new ArrayList<>();
			for (int i = 0; i < outcomes.length; i++) {
				Outcome outcome = outcomes[i];
				all.add(outcome == null ? Outcome.ended(step(i), State.CANCELLED) : outcome);
			}
			return all;
		}
	}

	/** So many threads for each cluster. */
	private List<Thread> workers() {
		Map<ClusterAccess, Set<Integer>> clusters = new LinkedHashMap<>();
		for (int i = 0; i < steps.size(); i++) {
			clusters.computeIfAbsent(step(i).target().cluster(),
					c -> Collections.synchronizedSet(new LinkedHashSet<>())).add(i);
		}
		List<Thread> threads = new ArrayList<>();
		clusters.values().forEach(left -> {
			for (int i = Math.min(manner.parallel(), left.size()); i > 0; i--) {
				threads.add(background.threads().newThread(() -> work(left)));
			}
		});
		threads.forEach(Thread::start);
		return threads;
	}

	private static void await(List<Thread> threads) {
		boolean interrupted = false;
		for (Thread thread : threads) {
			for (boolean over = false; !over;) {
				try {
					thread.join();
					over = true;
				} catch (InterruptedException e) {
					interrupted = true;
					threads.forEach(Thread::interrupt);
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** What one thread does: whatever is left, one after the other. */
	private void work(Set<Integer> left) {
		boolean interrupted = false;
		try {
			for (Optional<Integer> next = next(left); next.isPresent(); next = next(left)) {
				Step step = step(next.get());
				Outcome outcome;
				try {
					outcome = work(next.get());
				} catch (KubeException e) {
					outcome = Outcome.failed(step, e);
				} catch (InterruptedException e) {
					interrupted = true;
					outcome = Outcome.ended(step, State.UNKNOWN);
				}
				interrupted |= Thread.currentThread().isInterrupted();
				ended(next.get(), outcome);
				stop(interrupted
						|| manner.stop() && !went(outcome.state()) && outcome.state() != State.CANCELLED);
			}
		} catch (InterruptedException e) {
			interrupted = true;
		} finally {
			stop(interrupted);
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private void ended(int number, Outcome outcome) {
		synchronized (this) {
			outcomes[number] = outcome;
			notifyAll();
		}
		synchronized (telling) {
			progress.ended(outcome);
		}
	}

	private synchronized void stop(boolean wanted) {
		stopped |= wanted;
		notifyAll();
	}

	/** The step to be done now, once there is one; none if none will be. */
	private Optional<Integer> next(Set<Integer> left) throws InterruptedException {
		while (!progress.cancelled() && !Thread.currentThread().isInterrupted()) {
			Turn turn = turn(left);
			switch (turn.when()) {
				case NOW -> {
					synchronized (telling) {
						progress.begins(step(turn.number()), ++begun, steps.size());
					}
					return Optional.of(turn.number());
				}
				case NEVER -> ended(turn.number(), turn.outcome());
				case LATER -> await();
				case OVER -> {
					return Optional.empty();
				}
			}
		}
		return Optional.empty();
	}

	/** Until a step has ended, or it is time to look whether somebody cancels. */
	private synchronized void await() throws InterruptedException {
		wait(LOOK_MILLIS);
	}

	/** The first step whose turn it is, taken out of those that are left. */
	private synchronized Turn turn(Set<Integer> left) {
		Turn found = new Turn(When.OVER, -1, null);
		for (Iterator<Integer> all = left.iterator(); all.hasNext() && !stopped;) {
			Turn turn = turn(all.next());
			if (turn.when() != When.LATER) {
				all.remove();
				return turn;
			}
			found = turn;
		}
		return stopped || manner.parallel() == 1 ? new Turn(When.OVER, -1, null) : found;
	}

	private Turn turn(int number) {
		Step step = step(number);
		KubeException gone = away.get(step.target().cluster());
		if (gone != null) {
			return new Turn(When.NEVER, number, Outcome.failed(step, gone));
		}
		boolean later = false;
		for (Step first : awaited(step)) {
			Integer other = numbers.get(first);
			Outcome there = other == null ? null : outcomes[other];
			if (there != null && !went(there.state())) {
				return new Turn(When.NEVER, number, Outcome.ended(step, State.CANCELLED));
			}
			later |= other != null && there == null;
		}
		return new Turn(later ? When.LATER : When.NOW, number, null);
	}

	/** What a step waits for; a preview waits for nothing. */
	List<Step> awaited(Step step) {
		return step.after();
	}

	private static boolean went(State state) {
		return state == State.DONE || state == State.UNCHANGED;
	}
}
