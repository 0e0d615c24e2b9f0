package org.fleetdesk.cli.change;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Escapes;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.operation.Apply;
import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.WriteOptions;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code diff}: what {@code apply} would change, by a dry run on the server, without what only the server writes and
 * without the values of Secrets. Exit codes are those of {@code kubectl diff}: 0 for no difference, 1 for some, more for
 * a failure.
 */
@Command(name = "diff", resourceBundle = Texts.BUNDLE, exitCodeOnExecutionException = DiffCommand.FAILED)
public final class DiffCommand implements Callable<Integer> {
	static final int FAILED = 2;
	private static final String PLAIN = "\u001b[0m";
	private final Assembly assembly;
	private final AtomicBoolean differs = new AtomicBoolean();

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Mixin
	FileOptions files = new FileOptions();

	@Option(names = {"-n", "--namespace"}, paramLabel = "NAMESPACE")
	@Nullable
	String namespace;

	@Option(names = "--server-side")
	boolean serverSide;

	@Option(names = "--force-conflicts")
	boolean force;

	@Option(names = "--field-manager", paramLabel = "NAME")
	String manager = WriteOptions.MANAGER;

	/** The command of a program. */
	public DiffCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		WriteOptions options = ApplyCommand.managed(manager).forced(force);
		OperationRunner runner = assembly.operations();
		int code = new FileChange(assembly, clusters, files, Optional.ofNullable(namespace)).call(Optional.empty(),
				(cluster, key, wish, confirmation, report) -> {
					Apply apply = ApplyCommand.apply(cluster, key, wish, options);
					Outcome outcome = runner.preview(apply, Progress.NONE).getFirst();
					String object = ServedCluster.word(key.type()) + "/" + key.name();
					if (outcome.state() == Outcome.State.CLASHED) {
						report.problem(cluster.target(),
								wish.placed(Clashes.sentence(object, outcome.change().orElseThrow().clashes())));
					} else if (report.ended(cluster.target(), outcome, object, Optional.of(wish))) {
						print(cluster.target(), key, outcome.change().orElseThrow(), report);
					}
				});
		return code != 0 ? FAILED : differs.get() ? 1 : 0;
	}

	private void print(Target target, ObjectKey key, Change change, Report report) {
		String text = text(clusters.several() ? target.name() + "/" : "", key, change);
		if (!text.isEmpty()) {
			differs.set(true);
			report.text(assembly.terminal().colours() ? coloured(text) : text);
		}
	}

	/** What a change does to an object, as a unified difference; what stands before its names says the cluster, if anything. */
	static String text(String cluster, ObjectKey key, Change change) {
		String name = Stream.of(key.type().group(), key.type().version(), key.type().kind(), key.namespace(),
				key.name()).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
		JsonNode none = MissingNode.getInstance();
		return Differences.of(change.before().orElse(none), change.after().orElse(none))
				.unified(cluster + "live/" + name, cluster + "merged/" + name);
	}

	/** A difference with the colours of a terminal. */
	static String coloured(String text) {
		return text.lines().map(line -> {
			String harmless = Escapes.line(line);
			String colour = line.startsWith("---") || line.startsWith("+++")
					? "\u001b[1m"
					: line.startsWith("@@")
							? "\u001b[36m"
							: line.startsWith("+") ? "\u001b[32m" : line.startsWith("-") ? "\u001b[31m" : "";
			return colour.isEmpty() ? harmless : colour + harmless + PLAIN;
		}).collect(Collectors.joining("\n", "", "\n"));
	}
}
