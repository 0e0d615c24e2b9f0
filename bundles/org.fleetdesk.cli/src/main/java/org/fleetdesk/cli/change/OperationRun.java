package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.FourAtATime;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.kube.KubeException;

/**
 * Does one operation on the objects of one or several clusters: previews it, shows what changes, has it confirmed, runs it,
 * and tells what came of each object. An interrupt ends it; what is done, cut off and not begun is said then.
 */
final class OperationRun {
	private static final int INTERRUPTED = 130;
	private final Assembly assembly;
	private final RunOptions options;
	private final boolean several;

	/**
	 * Makes the operation, with the clusters that answer.
	 */
	@FunctionalInterface
	interface Making {
		/** Makes it; empty if there is nothing to do, which is told then. */
		Optional<Made> of(List<ServedCluster> clusters, Report report) throws InterruptedException;
	}

	/**
	 * An operation to be done.
	 *
	 * @param asks whether a person is asked first, because its objects were not named one by one
	 */
	record Made(Operation operation, boolean asks) {
	}

	/** @param several whether lines begin with their cluster's name */
	OperationRun(Assembly assembly, RunOptions options, boolean several) {
		this.assembly = assembly;
		this.options = options;
		this.several = several;
	}

	/** Does it, and closes the clusters; the exit code. */
	int call(List<Target> targets, Making making) throws InterruptedException {
		try (FourAtATime threads = new FourAtATime(assembly.threads());
				Interruption interruption = new Interruption(threads)) {
			if (!options.dry() && !options.kubectl) {
				assembly.marks().finding().ifPresent(damaged -> {
					throw Failure.plain(Texts.text("error", damaged.text())); // what is guarded is not known
				});
			}
			Report report = new Report(assembly.terminal(), several);
			int code = FourAtATime.result(threads.start(() -> {
				try {
					return work(targets, making, report);
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
					return INTERRUPTED;
				}
			}));
			assembly.terminal().out().flush();
			return code;
		} finally {
			targets.forEach(Target::close);
		}
	}

	private int work(List<Target> targets, Making making, Report report) throws InterruptedException {
		Optional<Made> made = making.of(served(targets, report), report);
		if (made.isEmpty()) {
			if (options.json()) {
				Results.printNone(assembly.terminal().out());
			}
			return report.end();
		}
		Operation operation = made.get().operation();
		if (options.kubectl) {
			report.text(operation.kubectl().stripTrailing() + "\n");
			return report.end();
		}
		List<Outcome> previewed = assembly.operations().preview(operation, Progress.NONE, options.manner());
		if (options.diff) {
			previewed.forEach(outcome -> difference(outcome, report));
		}
		Results results = new Results(operation, options, report);
		if (options.dry()) {
			results.end(previewed);
		} else {
			run(operation, previewed, made.get().asks() || options.diff, targets, results, report);
		}
		if (options.json()) {
			results.print(assembly.terminal().out());
		}
		return report.end();
	}

	private void run(Operation operation, List<Outcome> previewed, boolean asks, List<Target> targets,
			Results results, Report report) {
		List<Target> concerned = new ArrayList<>(targets.stream().filter(target -> operation.steps().stream()
				.anyMatch(step -> step.target().cluster().id().equals(target.id()))).toList());
		Confirmation confirmation = options.guard.confirm(concerned, assembly.terminal(), report);
		List<Outcome> allowed = previewed.stream().map(outcome -> concerned.stream()
				.anyMatch(target -> target.id().equals(outcome.target().cluster().id())) ? outcome : refused(outcome))
				.toList();
		if (asks && !options.yes && !agreed(operation, allowed)) {
			List<Outcome> none = allowed.stream().map(OperationRun::refused).toList();
			results.left(none);
			results.end(none);
			report.problem(Texts.text("error", Texts.text("run.refused")));
			return;
		}
		results.left(allowed);
		OperationRunner runner = assembly.operations(entry -> results.kept(entry.group().id()));
		results.end(runner.run(operation, allowed, confirmation, results, options.manner()));
		results.tellUndo(assembly.terminal());
	}

	/** Nobody allowed it: it is not begun. */
	private static Outcome refused(Outcome outcome) {
		return outcome.state() == Outcome.State.FAILED
				? outcome
				: new Outcome(outcome.step(), Outcome.State.CANCELLED, Optional.empty(), Optional.empty());
	}

	private boolean agreed(Operation operation, List<Outcome> previewed) {
		List<Outcome> changing = previewed.stream().filter(o -> o.state() == Outcome.State.DONE).toList();
		if (changing.isEmpty()) {
			return true; // there is nothing to agree to
		}
		long clusters = changing.stream().map(o -> o.target().cluster().id()).distinct().count();
		String question = clusters == 1
				? Texts.text("run.question", operation.name(), changing.size(),
						changing.getFirst().target().cluster().name())
				: Texts.text("run.question.clusters", operation.name(), changing.size(), clusters);
		Optional<String> answer = assembly.terminal().askPerson(question);
		if (answer.isEmpty()) {
			throw Failure.of("run.nobody", operation.name(), changing.size());
		}
		return answer.map(String::strip).filter(a -> a.equalsIgnoreCase("y") || a.equalsIgnoreCase("yes")).isPresent();
	}

	private void difference(Outcome outcome, Report report) {
		Optional<Change> change = outcome.change();
		if (change.isPresent()) {
			String text = DiffCommand.text(several ? outcome.target().cluster().name() + "/" : "",
					outcome.target().key(), change.get());
			if (!text.isEmpty()) {
				report.text(assembly.terminal().colours() ? DiffCommand.coloured(text) : text);
			}
		}
	}

	/** The clusters that answer, in order; the others are told as problems. */
	private List<ServedCluster> served(List<Target> targets, Report report) throws InterruptedException {
		return each(assembly, targets, target -> target, report,
				target -> new ServedCluster(target, target.catalogue()));
	}

	/** What is asked of a cluster. */
	@FunctionalInterface
	interface Question<C, T> {
		/** Asks it. */
		T of(C cluster) throws InterruptedException;
	}

	/** What clusters answer, in their order, four asked at a time; one that fails is told as a problem and left out. */
	static <T> List<T> each(Assembly assembly, List<ServedCluster> clusters, Report report,
			Question<ServedCluster, T> question) throws InterruptedException {
		return each(assembly, clusters, ServedCluster::target, report, question);
	}

	private static <C, T> List<T> each(Assembly assembly, List<C> clusters, Function<C, Target> target, Report report,
			Question<C, T> question) throws InterruptedException {
		try (FourAtATime threads = new FourAtATime(assembly.threads())) {
			List<Future<Optional<T>>> answers = clusters.stream()
					.map(cluster -> threads.start(asking(cluster, target.apply(cluster), report, question))).toList();
			List<T> all = new ArrayList<>();
			for (Future<Optional<T>> answer : answers) {
				FourAtATime.result(answer).ifPresent(all::add);
			}
			return all;
		}
	}

	private static <C, T> Callable<Optional<T>> asking(C cluster, Target target, Report report,
			Question<C, T> question) {
		return () -> {
			try {
				return Optional.of(question.of(cluster));
			} catch (KubeException e) {
				report.problem(target, e, Optional.empty());
			} catch (Failure e) {
				report.problem(String.valueOf(e.getMessage()));
			}
			return Optional.empty();
		};
	}
}
