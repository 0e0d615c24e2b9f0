package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.journal.KeptEntries;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.kube.KubeException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code undo}: takes back what the journal has under an id, all parts of it or those of some clusters, as far as objects are
 * still as it left them.
 */
@Command(name = "undo", resourceBundle = Texts.BUNDLE)
public final class UndoCommand implements Callable<Integer> {
	/** What came of a change that changed nothing. */
	private static final Set<Entry.Outcome> NOTHING = Set.of(Entry.Outcome.UNCHANGED, Entry.Outcome.FAILED,
			Entry.Outcome.CANCELLED);
	private final Assembly assembly;

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Mixin
	RunOptions options = new RunOptions();

	@Option(names = "--force-conflicts", descriptionKey = "undo.force")
	boolean force;

	@Parameters(paramLabel = "ENTRY", arity = "0..1", descriptionKey = "undo.arguments")
	String id = "";

	/** The command of a program. */
	public UndoCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		options.check();
		if (id.isEmpty()) {
			throw Failure.of("undo.nothing");
		}
		List<Entry> parts = new KeptEntries(assembly).meant(id).stream()
				.filter(part -> clusters.meant(part.place().name()) && !NOTHING.contains(part.outcome())).toList();
		Set<String> places = parts.stream().map(part -> part.place().cluster()).collect(Collectors.toSet());
		if (parts.isEmpty()) {
			throw Failure.of("undo.elsewhere", id);
		}
		List<Target> targets = clusters.targets(assembly, places);
		return new OperationRun(assembly, options, clusters.several() || places.size() > 1).call(targets,
				(served, report) -> made(parts, targets, served, report));
	}

	private Optional<OperationRun.Made> made(List<Entry> parts, List<Target> targets,
			List<ServedCluster> served, Report report) throws InterruptedException {
		Map<String, ServedCluster> answering = served.stream()
				.collect(Collectors.toMap(ServedCluster::id, Function.identity()));
		Set<String> silent = targets.stream().map(Target::id).filter(known -> !answering.containsKey(known))
				.collect(Collectors.toSet());
		List<Entry> left = new ArrayList<>();
		for (Entry part : parts) {
			if (!silent.contains(part.place().cluster())) {
				left.addFirst(known(part, answering)); // the last first
			}
		}
		if (left.isEmpty()) {
			return Optional.empty(); // it was said that they do not answer
		}
		Undo undo = Undo.of(left, cluster -> Optional.ofNullable(answering.get(cluster)), force);
		for (Undo.Refusal refusal : undo.refusals()) {
			Entry.Subject subject = refusal.entry().subject();
			report.problem(Texts.text("error", Texts.text("undo.refused", refusal.entry().place().name(),
					subject.type() + "/" + subject.name(), refusal.why())));
		}
		return undo.operation().map(operation -> new OperationRun.Made(operation, left.size() > 1));
	}

	/** The part, with what became of it if that was not known and can be found out. */
	private Entry known(Entry part, Map<String, ServedCluster> answering) throws InterruptedException {
		ServedCluster cluster = answering.get(part.place().cluster());
		try {
			return cluster == null ? part : assembly.operations().findOut(part, cluster);
		} catch (KubeException e) {
			return part; // it stays unknown, which is said
		}
	}
}
