package org.fleetdesk.cli.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.print.Cells;
import org.fleetdesk.cli.print.CsvText;
import org.fleetdesk.cli.print.JsonText;
import org.fleetdesk.cli.print.TableLayout;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Output;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.kube.config.KubeContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code clusters}: the registered clusters, from files alone; with {@code --check} each is contacted, four at a time, and
 * the exit code is 1 if one does not answer.
 */
@Command(name = "clusters", aliases = "contexts", resourceBundle = Texts.BUNDLE)
public final class ClustersCommand implements Callable<Integer> {
	private static final List<String> OF_FILES = List.of("Current", "Name", "Server", "User", "Namespace", "Source",
			"Marks");
	private final Assembly assembly;

	@Mixin
	ClusterOptions options = new ClusterOptions();

	@Parameters(paramLabel = "PATTERN", arity = "0..*", descriptionKey = "clusters.arguments")
	List<String> patterns = new ArrayList<>();

	@Option(names = {"--check", "--probe"})
	boolean check;

	@Option(names = {"-o", "--output"}, paramLabel = "FORM")
	String output = "";

	@Option(names = "--no-headers")
	boolean noHeaders;

	/** The command of a program. */
	public ClustersCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		if (!List.of("", "name", "csv", "json").contains(output)) {
			throw Failure.of("output.unknown", output, "csv,json,name");
		}
		try (Fleet fleet = options.fleet(assembly)) {
			List<Cluster> clusters = chosen(fleet);
			String current = fleet.current().map(Cluster::id).orElse("");
			List<String[]> lines = new ArrayList<>(
					clusters.stream()
							.map(cluster -> ofFiles(cluster, fleet.mark(cluster), cluster.id().equals(current)))
							.toList());
			List<ClusterCheck.Result> results = check ? checked(clusters) : List.of();
			for (int i = 0; i < results.size(); i++) {
				lines.set(i, Stream.concat(Stream.of(lines.get(i)), results.get(i).cells().stream())
						.toArray(String[]::new));
			}
			print(lines);
			assembly.terminal().out().flush();
			fleet.findings().forEach(f -> assembly.terminal()
					.say(Texts.text("finding." + f.severity().name().toLowerCase(Locale.ROOT), f.text())));
			if (clusters.isEmpty()) {
				assembly.terminal().say(Texts.text("clusters.nothing"));
			}
			return results.stream().allMatch(ClusterCheck.Result::answers) ? 0 : 1;
		}
	}

	private List<Cluster> chosen(Fleet fleet) {
		String wanted = String.join(",", Stream.concat(patterns.stream(),
				Stream.of(Optional.ofNullable(options.clusters).or(() -> Optional.ofNullable(options.context)))
						.flatMap(Optional::stream))
				.toList());
		if (wanted.isEmpty()) {
			return fleet.clusters();
		}
		List<Cluster> matching = ClusterOptions.matching(fleet, wanted);
		if (matching.isEmpty()) {
			throw Failure.of("clusters.none", wanted);
		}
		return matching;
	}

	private List<ClusterCheck.Result> checked(List<Cluster> clusters) throws InterruptedException {
		List<Target> targets = options.targets(clusters, assembly);
		try (FourAtATime threads = new FourAtATime(assembly.threads())) {
			List<ClusterCheck.Result> results = new ArrayList<>();
			for (Future<ClusterCheck.Result> result : threads.start(targets, target -> () -> ClusterCheck.of(target))) {
				results.add(FourAtATime.result(result));
			}
			results.forEach(result -> result.cause().ifPresent(assembly.terminal()::explain));
			return results;
		} finally {
			targets.forEach(Target::close);
		}
	}

	/** A mark in a cell. */
	static String words(Mark mark) {
		return Stream.of(mark.production() ? "production" : "", mark.readOnly() ? "read-only" : "", mark.color())
				.filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
	}

	private static String[] ofFiles(Cluster cluster, Mark mark, boolean current) {
		KubeContext context = cluster.context();
		return new String[]{current ? "*" : "", cluster.name(), context.server().url().toString(),
				context.user().name(), context.namespace().orElse(""), context.source(), words(mark)};
	}

	private void print(List<String[]> lines) {
		Output out = assembly.terminal().out();
		List<String> headings = check
				? Stream.concat(OF_FILES.stream(), ClusterCheck.HEADINGS.stream()).toList()
				: OF_FILES;
		switch (output) {
			case "name" -> lines.forEach(line -> out.line(Cells.line(line[1])));
			case "json" -> {
				var all = JsonNodeFactory.instance.arrayNode();
				lines.forEach(line -> all.add(object(headings, line)));
				new JsonText(out).value(all, 0);
				out.text("\n");
			}
			case "csv" -> {
				lines.addFirst(headings.toArray(String[]::new));
				new CsvText(out).print(noHeaders ? lines.subList(1, lines.size()) : lines);
			}
			default -> {
				lines.replaceAll(line -> Stream.of(line).map(Cells::line).toArray(String[]::new));
				if (!noHeaders && !lines.isEmpty()) {
					lines.addFirst(headings.stream().map(h -> h.toUpperCase(Locale.ROOT)).toArray(String[]::new));
				}
				new TableLayout(out).print(lines);
			}
		}
	}

	private static ObjectNode object(List<String> headings, String[] line) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		for (int i = 0; i < line.length; i++) {
			String field = headings.get(i).toLowerCase(Locale.ROOT);
			if (field.equals("current")) {
				object.put(field, !line[i].isEmpty());
			} else {
				object.put(field, line[i]);
			}
		}
		return object;
	}
}
