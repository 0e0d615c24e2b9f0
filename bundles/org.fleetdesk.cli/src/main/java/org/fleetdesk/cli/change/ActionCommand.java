package org.fleetdesk.cli.change;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.Problems;
import org.fleetdesk.cli.get.FilteredObjects;
import org.fleetdesk.cli.get.Wanted;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.action.BadArgument;
import org.fleetdesk.core.action.Values;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.discovery.ResourceType;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A command for an operation of the catalogue, whichever: its objects are named or chosen by selectors and filters, in one or
 * several clusters; its arguments are options, and the one that takes many values is the end of the line.
 */
public final class ActionCommand implements Callable<Integer> {
	private final Assembly assembly;
	private final Actions actions;
	private final Action action;
	private final ActionArguments arguments;

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Mixin
	RunOptions options = new RunOptions();

	@Option(names = {"-n", "--namespace"}, paramLabel = "NAMESPACE")
	@Nullable
	String namespace;

	@Option(names = {"-A", "--all-namespaces"})
	boolean everywhere;

	@Option(names = {"-l", "--selector"}, paramLabel = "LABELS")
	String labels = "";

	@Option(names = "--field-selector", paramLabel = "FIELDS")
	String fields = "";

	@Option(names = "--filter", paramLabel = "FILTER", descriptionKey = "action.filter")
	String filter = "";

	@Option(names = "--all")
	boolean all;

	private ActionCommand(Assembly assembly, Actions actions, Action action) {
		this.assembly = assembly;
		this.actions = actions;
		this.action = action;
		this.arguments = new ActionArguments(action);
	}

	/** The command of an operation, with its arguments among the options. */
	public static CommandLine line(Assembly assembly, Actions actions, Action action) {
		ActionCommand command = new ActionCommand(assembly, actions, action);
		CommandLine line = new CommandLine(command);
		command.arguments.describe(line.getCommandSpec());
		line.getCommandSpec().usageMessage().header(action.description().replace("%", "%%"));
		return line;
	}

	@Override
	public Integer call() throws InterruptedException {
		options.check();
		Values values;
		try {
			values = arguments.values();
		} catch (BadArgument e) {
			throw Failure.plain(Texts.text("error", e.getMessage()));
		}
		Wanted wanted = wanted(arguments.objects());
		Optional<FilteredObjects> passing = filter.isBlank()
				? Optional.empty()
				: Optional.of(new FilteredObjects(filter, assembly));
		Chosen chosen = new Chosen(wanted, Optional.ofNullable(namespace), everywhere, labels, fields, passing);
		return new OperationRun(assembly, options, clusters.several()).call(clusters.targets(assembly),
				(served, report) -> made(served, chosen, values, report));
	}

	private Optional<OperationRun.Made> made(List<ServedCluster> served, Chosen chosen, Values values,
			Report report) throws InterruptedException {
		List<Target> targets = OperationRun.each(assembly, served, report, cluster -> {
			chosen.types(cluster).forEach(this::suits);
			List<Target> own = chosen.on(cluster).stream().map(key -> new Target(cluster, key)).toList();
			if (own.isEmpty() && !options.json()) {
				report.done(cluster.target(), Texts.text("nothing"));
			}
			return own;
		}).stream().flatMap(List::stream).toList();
		chosen.filter().ifPresent(passing -> passing.tell(assembly.terminal()));
		if (targets.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional
					.of(new OperationRun.Made(action.operation(targets, values), !chosen.wanted().named()));
		} catch (BadArgument e) {
			throw Failure.plain(Texts.text("error", e.getMessage()));
		} catch (KubeException e) {
			report.problem(Problems.sentence(e, String.valueOf(e.getMessage())));
			return Optional.empty();
		}
	}

	private void suits(ResourceType type) {
		if (!actions.of(type).contains(action)) {
			throw Failure.of("action.kind", action.name(), type.plural());
		}
	}

	private Wanted wanted(List<String> objects) {
		if (objects.isEmpty()) {
			throw Failure.of("action.nothing", action.name());
		}
		Wanted wanted = Wanted.of(objects);
		boolean chosen = all || !labels.isEmpty() || !fields.isEmpty() || !filter.isBlank();
		if (wanted.named() && chosen) {
			throw Failure.of("action.name.selector");
		}
		if (wanted.named() && everywhere) {
			throw Failure.of("get.name.everywhere");
		}
		if (!wanted.named() && !chosen) {
			throw Failure.of("action.unnamed", objects.getFirst());
		}
		return wanted;
	}
}
