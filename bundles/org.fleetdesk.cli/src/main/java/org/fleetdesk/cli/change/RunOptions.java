package org.fleetdesk.cli.change;

import java.util.List;

import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.core.operation.Manner;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say how an operation is shown, confirmed, run and told. */
final class RunOptions {
	private static final int MOST = 64;

	@Mixin
	GuardOptions guard = new GuardOptions();

	@Option(names = "--dry-run", paramLabel = "none|server")
	String dryRun = "none";

	@Option(names = "--diff", descriptionKey = "run.diff")
	boolean diff;

	@Option(names = {"-y", "--yes"}, descriptionKey = "run.yes")
	boolean yes;

	@Option(names = "--parallel", paramLabel = "COUNT", descriptionKey = "run.parallel")
	int parallel = Manner.BULK.parallel();

	@Option(names = "--stop-on-failure", descriptionKey = "run.stop")
	boolean stop;

	@Option(names = "--ticket", paramLabel = "TEXT", descriptionKey = "run.ticket")
	String ticket = "";

	@Option(names = "--kubectl", descriptionKey = "run.kubectl")
	boolean kubectl;

	@Option(names = {"-o", "--output"}, paramLabel = "FORM", descriptionKey = "run.output")
	String output = "";

	/** A {@link Failure} if a value makes no sense. */
	void check() {
		dry();
		if (!List.of("", "name", "json").contains(output)) {
			throw Failure.of("output.unknown", output, "json,name");
		}
		if (parallel < 1 || parallel > MOST) {
			throw Failure.of("run.parallel.wrong", MOST);
		}
	}

	/** Whether nothing is kept. */
	boolean dry() {
		return Dry.run(dryRun);
	}

	/** Whether the results are printed as one tree at the end. */
	boolean json() {
		return output.equals("json");
	}

	Manner manner() {
		return new Manner(parallel, stop, ticket);
	}
}
