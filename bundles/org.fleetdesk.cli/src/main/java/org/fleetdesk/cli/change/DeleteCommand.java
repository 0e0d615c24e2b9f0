package org.fleetdesk.cli.change;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Timeout;
import org.fleetdesk.cli.get.Wanted;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.write.DeleteOptions.Propagation;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code delete}: deletes objects of one or several clusters, named, chosen by a selector, or those of files, and waits
 * until they are gone. A dry run says what else goes.
 */
@Command(name = "delete", resourceBundle = Texts.BUNDLE)
public final class DeleteCommand implements Callable<Integer> {
	private final Assembly assembly;

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Mixin
	FileOptions files = new FileOptions();

	@Mixin
	GuardOptions guard = new GuardOptions();

	@Parameters(paramLabel = "TYPE[/NAME]", arity = "0..*", descriptionKey = "delete.arguments")
	List<String> arguments = new ArrayList<>();

	@Option(names = {"-n", "--namespace"}, paramLabel = "NAMESPACE")
	@Nullable
	String namespace;

	@Option(names = {"-A", "--all-namespaces"})
	boolean everywhere;

	@Option(names = {"-l", "--selector"}, paramLabel = "LABELS")
	String labels = "";

	@Option(names = "--field-selector", paramLabel = "FIELDS")
	String fields = "";

	@Option(names = "--all")
	boolean all;

	@Option(names = "--cascade", paramLabel = "background|foreground|orphan")
	String cascade = "background";

	@Option(names = "--grace-period", paramLabel = "SECONDS")
	int grace = -1;

	@Option(names = "--now")
	boolean now;

	@Option(names = "--force")
	boolean force;

	@Option(names = "--wait", arity = "0..1", fallbackValue = "true", paramLabel = "true|false")
	boolean wait = true;

	@Option(names = "--timeout", paramLabel = "TIME")
	String timeout = "0";

	@Option(names = "--ignore-not-found", arity = "0..1", fallbackValue = "true")
	boolean ignoreNotFound;

	@Option(names = "--dry-run", paramLabel = "none|server")
	String dryRun = "none";

	@Option(names = {"-o", "--output"}, paramLabel = "name")
	String output = "";

	/** The command of a program. */
	public DeleteCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		if (!List.of("", "name").contains(output)) {
			throw Failure.of("output.unknown", output, "name");
		}
		boolean dry = Dry.run(dryRun);
		Deletion deletion = new Deletion(assembly, new Deletion.How(propagation(), grace(), dry, wait && !dry,
				Timeout.parse(timeout), ignoreNotFound || all || selected(), output.equals("name")));
		Optional<GuardOptions> guarded = dry ? Optional.empty() : Optional.of(guard);
		if (force && !dry) {
			assembly.terminal().say(Texts.text("server.warning", Texts.text("delete.forced")));
		}
		if (files.given()) {
			if (!arguments.isEmpty() || selected() || all) {
				throw Failure.of("delete.files");
			}
			return new FileChange(assembly, clusters, files, Optional.ofNullable(namespace)).call(guarded,
					(cluster, key, wish, confirmation, report) -> deletion.delete(cluster, key, Optional.of(wish),
							confirmation, report),
					deletion::await);
		}
		Wanted wanted = wanted();
		Chosen chosen = new Chosen(wanted, Optional.ofNullable(namespace), everywhere, labels, fields,
				Optional.empty());
		return new EachCluster(assembly, clusters).call(guarded, report -> {
			// nothing is wrong yet
		}, (target, confirmation, report) -> {
			ServedCluster cluster = new ServedCluster(target, target.catalogue());
			List<ObjectKey> keys = chosen.on(cluster);
			if (keys.isEmpty()) {
				report.done(target, Texts.text("nothing"));
			}
			for (int i = 0; i < keys.size(); i++) {
				if (Thread.currentThread().isInterrupted()) {
					report.left(keys.size() - i);
					return;
				}
				deletion.delete(cluster, keys.get(i), Optional.empty(), confirmation, report);
			}
			deletion.await(cluster, report);
		});
	}

	private boolean selected() {
		return !labels.isEmpty() || !fields.isEmpty();
	}

	private Wanted wanted() {
		if (arguments.isEmpty()) {
			throw Failure.of("delete.nothing");
		}
		Wanted wanted = Wanted.of(arguments);
		if (all && selected()) {
			throw Failure.of(labels.isEmpty() ? "delete.all.fields" : "delete.all.selector");
		}
		if (wanted.named() && (all || selected())) {
			throw Failure.of("get.name.selector");
		}
		if (wanted.named() && everywhere) {
			throw Failure.of("get.name.everywhere");
		}
		if (!wanted.named() && !all && !selected()) {
			throw Failure.of("delete.unnamed");
		}
		return wanted;
	}

	private Propagation propagation() {
		return switch (cascade) {
			case "background", "true" -> Propagation.BACKGROUND;
			case "foreground" -> Propagation.FOREGROUND;
			case "orphan", "false" -> Propagation.ORPHAN;
			default -> throw Failure.of("delete.cascade", cascade);
		};
	}

	/** As kubectl has it: nothing is dropped at once without --force, and with it everything. */
	private Optional<Duration> grace() {
		if (now && grace >= 0) {
			throw Failure.of("delete.now");
		}
		if (force && (grace > 0 || now)) {
			throw Failure.of("delete.force");
		}
		if (force) {
			return Optional.of(Duration.ZERO);
		}
		return now || grace == 0
				? Optional.of(Duration.ofSeconds(1))
				: Optional.of(grace).filter(seconds -> seconds > 0).map(Duration::ofSeconds);
	}
}
