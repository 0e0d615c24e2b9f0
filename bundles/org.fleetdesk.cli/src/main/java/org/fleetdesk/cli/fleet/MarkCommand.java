package org.fleetdesk.cli.fleet;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mark}: shows how clusters are marked, or marks them; contacts none. */
@Command(name = "mark", resourceBundle = Texts.BUNDLE)
public final class MarkCommand implements Callable<Integer> {
	private final Assembly assembly;

	@Parameters(paramLabel = "CLUSTER", arity = "1", descriptionKey = "mark.arguments")
	String pattern = "";

	@Option(names = "--production", negatable = true, fallbackValue = "true")
	@Nullable
	Boolean production;

	@Option(names = "--read-only", negatable = true, fallbackValue = "true")
	@Nullable
	Boolean readOnly;

	@Option(names = "--color", paramLabel = "#RRGGBB")
	@Nullable
	String color;

	@Option(names = {"-h", "--help"}, usageHelp = true)
	boolean help;

	/** The command of a program. */
	public MarkCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() {
		if (color != null && !color.equals("none") && new Mark(color, false, false).color().isEmpty()) {
			throw Failure.of("color.invalid", color);
		}
		try (Fleet fleet = assembly.fleet(java.util.Optional.empty())) {
			List<Cluster> clusters = ClusterOptions.matching(fleet, pattern);
			if (clusters.isEmpty()) {
				throw Failure.of("clusters.none", pattern);
			}
			for (Cluster cluster : clusters) {
				Mark mark = changed(fleet.mark(cluster));
				if (!mark.equals(fleet.mark(cluster))) {
					fleet.mark(cluster, mark);
				}
				assembly.terminal().out().line(Cells.line(cluster.name()) + "\t"
						+ (mark.equals(Mark.NONE) ? "-" : ClustersCommand.words(mark)));
			}
			return 0;
		} catch (UncheckedIOException e) {
			throw Failure.plain(Texts.text("error", e.getMessage()));
		}
	}

	private Mark changed(Mark mark) {
		Mark wanted = mark;
		if (production != null) {
			wanted = wanted.production(production);
		}
		if (readOnly != null) {
			wanted = wanted.readOnly(readOnly);
		}
		return color == null ? wanted : wanted.color(color.equals("none") ? "" : color);
	}
}
