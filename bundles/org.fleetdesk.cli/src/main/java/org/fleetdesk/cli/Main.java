package org.fleetdesk.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.LogManager;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.fleetdesk.cli.change.ActionCommand;
import org.fleetdesk.cli.change.ApplyCommand;
import org.fleetdesk.cli.change.CompareCommand;
import org.fleetdesk.cli.change.DeleteCommand;
import org.fleetdesk.cli.change.DiffCommand;
import org.fleetdesk.cli.change.UndoCommand;
import org.fleetdesk.cli.demo.DemoCommand;
import org.fleetdesk.cli.fleet.ClustersCommand;
import org.fleetdesk.cli.fleet.ConsentCommand;
import org.fleetdesk.cli.fleet.MarkCommand;
import org.fleetdesk.cli.get.GetCommand;
import org.fleetdesk.cli.journal.JournalCommand;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Output;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;

import org.jspecify.annotations.Nullable;

import picocli.AutoComplete;
import picocli.CommandLine;

/** The command line's entry point: one process per command, whose exit code is kubectl's where both know the case. */
public final class Main {
	private static final int FAILED = 1;
	private static final int INTERRUPTED = 130;
	private static final int BROKEN_PIPE = 141;
	private static final Set<String> TAKING_A_VALUE = Set.of("-n", "--namespace", "--context", "--kubeconfig",
			"--clusters", "--request-timeout", "--as", "--as-group", "--as-uid", "--confirm");
	/** Each command alone, so that running one does not load the others. */
	private static final Map<String, Function<Assembly, Callable<Integer>>> COMMANDS = Map.ofEntries(
			Map.entry("get", GetCommand::new), Map.entry("apply", ApplyCommand::new),
			Map.entry("diff", DiffCommand::new), Map.entry("compare", CompareCommand::new),
			Map.entry("delete", DeleteCommand::new), Map.entry("undo", UndoCommand::new),
			Map.entry("journal", JournalCommand::new), Map.entry("clusters", ClustersCommand::new),
			Map.entry("contexts", ClustersCommand::new), Map.entry("mark", MarkCommand::new),
			Map.entry("consent", ConsentCommand::new), Map.entry("demo", DemoCommand::new),
			Map.entry("version", VersionCommand::new));
	/** The commands of which the operations of the catalogue stand. */
	private static final List<String> BEFORE = List.of("get", "apply", "diff", "compare", "delete");
	private static final List<String> AFTER = List.of("undo", "journal", "clusters", "mark", "consent", "demo",
			"version");
	private static final String COMPLETION = "completion";

	private final Assembly assembly;
	private int failure = FAILED; // what the command ends with if it fails
	private @Nullable Actions actions; // made when a command asks for one

	/** The program on a wiring. */
	Main(Assembly assembly) {
		this.assembly = assembly;
	}

	/** Runs one command and ends the process with its exit code. */
	public static void main(String[] args) {
		if (!List.of(args).contains("-v") && !List.of(args).contains("--verbose")) {
			LogManager.getLogManager().reset(); // libraries' warnings are for those who ask
		}
		Terminal terminal = new Terminal(new FileOutputStream(FileDescriptor.out), Terminal.errors(), System.in,
				Terminal.attended(), Optional.of(Path.of("/dev/tty")));
		System.exit(new Main(Assembly.ofProcess(terminal)).run(List.of(args)));
	}

	/** Runs one command; says what is wrong on standard error. */
	int run(List<String> arguments) {
		Terminal terminal = assembly.terminal();
		try {
			int code = command(arguments);
			terminal.out().flush();
			return code;
		} catch (Failure e) {
			return failed(e, String.valueOf(e.getMessage()));
		} catch (Output.Closed e) {
			return e.brokenPipe()
					? BROKEN_PIPE
					: failed(e, Texts.text("error", Texts.text("output.closed", e.getMessage())));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return INTERRUPTED;
		} catch (RuntimeException | Error e) {
			return failed(e, Texts.text("error", Texts.text("internal", e)));
		}
	}

	private int failed(Throwable problem, String line) {
		if (!(problem instanceof Output.Closed)) {
			try {
				assembly.terminal().out().flush();
			} catch (Output.Closed e) {
				assembly.terminal().explain(e); // what is said next matters more
			}
		}
		assembly.terminal().say(line);
		assembly.terminal().explain(problem);
		return failure;
	}

	private int command(List<String> arguments) throws InterruptedException {
		int at = 0;
		while (at < arguments.size() && arguments.get(at).startsWith("-") && !arguments.get(at).matches("-h|--help")) {
			at += TAKING_A_VALUE.contains(arguments.get(at)) ? 2 : 1;
		}
		String name = at < arguments.size() ? arguments.get(at) : "help";
		if (name.matches("help|-h|--help")) {
			return help(arguments.subList(Math.min(at + 1, arguments.size()), arguments.size()));
		} else if (name.equals(COMPLETION)) {
			assembly.terminal().out().text(AutoComplete.bash("fleetdesk", root()));
			return 0;
		} else if (!known(name)) {
			throw Failure.plain(Texts.text("error", Texts.text("command.unknown", name,
					Stream.concat(names(), Stream.of(COMPLETION)).collect(Collectors.joining(", ")))));
		}
		String[] rest = new String[arguments.size() - 1];
		for (int i = 0; i < rest.length; i++) {
			rest[i] = arguments.get(i < at ? i : i + 1);
		}
		return execute(name, rest);
	}

	private boolean known(String name) {
		return COMMANDS.containsKey(name) || actions().find(name).isPresent();
	}

	private Actions actions() {
		Actions made = actions == null ? assembly.actions() : actions;
		actions = made;
		return made;
	}

	/** The commands in the order in which they are told. */
	private Stream<String> names() {
		return Stream.of(BEFORE.stream(), actions().all().stream().map(Action::name), AFTER.stream())
				.flatMap(names -> names);
	}

	private CommandLine line(String name) {
		Function<Assembly, Callable<Integer>> own = COMMANDS.get(name);
		CommandLine line;
		if (own != null) {
			line = new CommandLine(own.apply(assembly));
			line.getCommandSpec().usageMessage()
					.header(Texts.text("help." + (name.equals("contexts") ? "clusters" : name)));
		} else {
			line = ActionCommand.line(assembly, actions(), actions().find(name).orElseThrow());
		}
		line.getCommandSpec().usageMessage().synopsisHeading(Texts.text("help.synopsis"));
		return line.setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(false);
	}

	private int execute(String name, String[] arguments) throws InterruptedException {
		CommandLine line = line(name);
		failure = line.getCommandSpec().exitCodeOnExecutionException();
		try {
			line.parseArgs(complete(line, arguments));
		} catch (CommandLine.UnmatchedArgumentException e) {
			String unknown = e.getUnmatched().getFirst();
			throw Failure
					.plain(Texts.text(unknown.startsWith("-") ? "flag.unknown" : "argument.unknown", unknown, name));
		} catch (CommandLine.ParameterException e) {
			throw Failure.plain(Texts.text("flag.wrong", wrong(e), name));
		}
		if (line.isUsageHelpRequested()) {
			assembly.terminal().out().text(line.getUsageMessage());
			return 0;
		}
		Callable<Integer> command = line.getCommand();
		try {
			return command.call();
		} catch (RuntimeException | InterruptedException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e); // commands throw nothing else
		}
	}

	/** A dry run that does not say of what kind is the server's, and takes no other word for its kind. */
	private static String[] complete(CommandLine line, String[] arguments) {
		String[] all = arguments.clone();
		for (int i = 0; i < all.length; i++) {
			boolean alone = i + 1 == all.length || !all[i + 1].matches("none|server|client");
			if (all[i].equals("--dry-run") && alone && line.getCommandSpec().findOption("--dry-run") != null) {
				all[i] = "--dry-run=server";
			}
		}
		return all;
	}

	/** What is wrong with a flag; picocli's own words are English. */
	private static String wrong(CommandLine.ParameterException problem) {
		if (!(problem.getArgSpec() instanceof CommandLine.Model.OptionSpec option)) {
			return problem.getMessage();
		}
		return switch (problem) {
			case CommandLine.MissingParameterException e ->
				Texts.text("flag.missing", option.longestName(), option.paramLabel());
			case CommandLine.OverwrittenOptionException e -> Texts.text("flag.twice", option.longestName());
			default -> problem.getValue() == null
					? problem.getMessage()
					: Texts.text("flag.value", problem.getValue(), option.longestName(), option.paramLabel());
		};
	}

	private int help(List<String> commands) {
		if (!commands.isEmpty() && known(commands.getFirst())) {
			assembly.terminal().out().text(line(commands.getFirst()).getUsageMessage());
		} else {
			assembly.terminal().out().text(root().getUsageMessage());
		}
		return 0;
	}

	private CommandLine root() {
		CommandLine root = new CommandLine(new Root());
		root.getCommandSpec().usageMessage().header(Texts.text("help.fleetdesk"));
		names().forEach(name -> root.addSubcommand(name, line(name)));
		return root;
	}

	/** The program's name and what it is for. */
	@CommandLine.Command(name = "fleetdesk", resourceBundle = Texts.BUNDLE, synopsisSubcommandLabel = "COMMAND")
	static final class Root {
	}
}
