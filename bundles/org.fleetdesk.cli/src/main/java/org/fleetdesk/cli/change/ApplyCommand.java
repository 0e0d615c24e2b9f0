package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.print.JsonObjects;
import org.fleetdesk.cli.print.ObjectText;
import org.fleetdesk.cli.print.YamlObjects;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Confirmation;
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
 * {@code apply}: brings the objects of files to one or several clusters by server-side apply, one after another in the
 * order of the files, several clusters at once. What is wrong with one object leaves the others.
 */
@Command(name = "apply", resourceBundle = Texts.BUNDLE)
public final class ApplyCommand implements Callable<Integer> {
	private final Assembly assembly;
	private final List<JsonNode> written = new ArrayList<>(); // guarded by itself

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Mixin
	FileOptions files = new FileOptions();

	@Mixin
	GuardOptions guard = new GuardOptions();

	@Option(names = {"-n", "--namespace"}, paramLabel = "NAMESPACE")
	@Nullable
	String namespace;

	@Option(names = "--dry-run", paramLabel = "none|server")
	String dryRun = "none";

	@Option(names = "--server-side")
	boolean serverSide;

	@Option(names = "--force-conflicts")
	boolean force;

	@Option(names = "--field-manager", paramLabel = "NAME")
	String manager = WriteOptions.MANAGER;

	@Option(names = "--validate", paramLabel = "strict|warn")
	String validate = "strict";

	@Option(names = {"-o", "--output"}, paramLabel = "FORM")
	String output = "";

	/** The command of a program. */
	public ApplyCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		if (!List.of("", "name", "json", "yaml").contains(output)) {
			throw Failure.of("output.unknown", output, "json,name,yaml");
		}
		boolean dry = Dry.run(dryRun);
		WriteOptions options = options();
		OperationRunner runner = assembly.operations();
		int code = new FileChange(assembly, clusters, files, Optional.ofNullable(namespace)).call(
				dry ? Optional.empty() : Optional.of(guard),
				(cluster, key, wish, confirmation, report) -> apply(runner, apply(cluster, key, wish, options),
						cluster.target(), wish, dry ? Optional.empty() : Optional.of(confirmation), report));
		print();
		return code;
	}

	/** The operation on one object. */
	static Apply apply(ServedCluster cluster, ObjectKey key, FileOptions.Wish wish, WriteOptions options) {
		return new Apply(List.of(new Apply.Desired(new org.fleetdesk.core.operation.Target(cluster, key),
				wish.document().tree().orElseThrow())), options);
	}

	/** Changes under the name of a manager; a {@link Failure} if that is no name. */
	static WriteOptions managed(String manager) {
		try {
			return WriteOptions.REAL.as(manager);
		} catch (IllegalArgumentException e) {
			throw Failure.of("manager.invalid");
		}
	}

	private WriteOptions options() {
		if (!List.of("strict", "true", "warn").contains(validate)) {
			throw Failure.of("validate.unknown", validate);
		}
		return managed(manager).forced(force).strictly(!validate.equals("warn"));
	}

	private void apply(OperationRunner runner, Apply apply, Target target, FileOptions.Wish wish,
			Optional<Confirmation> confirmation, Report report) {
		List<Outcome> outcomes = runner.preview(apply, Progress.NONE);
		if (confirmation.isPresent()) {
			outcomes = runner.run(apply, outcomes, confirmation.get(), Progress.NONE);
		}
		Outcome outcome = outcomes.getFirst();
		ObjectKey key = outcome.target().key();
		String object = ServedCluster.word(key.type()) + "/"
				+ outcome.change().flatMap(Change::after).map(after -> after.path("metadata").path("name").asText())
						.orElse(key.name());
		if (outcome.state() == Outcome.State.CLASHED) {
			report.problem(target, wish.placed(Clashes.sentence(object, outcome.change().orElseThrow().clashes())));
		} else if (report.ended(target, outcome, object, Optional.of(wish))) {
			done(target, object, outcome.change().flatMap(Change::after).orElseThrow(), confirmation.isEmpty(),
					report);
		}
	}

	private void done(Target target, String object, JsonNode after, boolean dry, Report report) {
		switch (output) {
			case "" -> report.done(target, Dry.words(object + " serverside-applied", dry));
			case "name" -> report.done(target, object);
			default -> {
				if (after.path("metadata") instanceof ObjectNode metadata) {
					metadata.remove("managedFields");
				}
				synchronized (written) {
					written.add(after);
				}
			}
		}
	}

	private void print() {
		if (written.isEmpty()) {
			return;
		}
		var out = assembly.terminal().out();
		ObjectText text = output.equals("json") ? new JsonObjects(out) : new YamlObjects(out);
		if (written.size() > 1) {
			text.begin();
		}
		written.forEach(text::object);
		text.end();
	}
}
