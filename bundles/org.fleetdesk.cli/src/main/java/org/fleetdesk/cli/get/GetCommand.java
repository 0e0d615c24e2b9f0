package org.fleetdesk.cli.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.fleetdesk.cli.Assembly;
import org.fleetdesk.cli.fleet.ClusterOptions;
import org.fleetdesk.cli.fleet.FourAtATime;
import org.fleetdesk.cli.fleet.Problems;
import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.print.JsonObjects;
import org.fleetdesk.cli.print.YamlObjects;
import org.fleetdesk.cli.terminal.Failure;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.views.SavedView;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code get}: prints objects of one or several clusters, with kubectl's flags, texts and exit codes where both have them. */
@Command(name = "get", resourceBundle = Texts.BUNDLE)
public final class GetCommand implements Callable<Integer> {
	private final Assembly assembly;

	@Mixin
	ClusterOptions clusters = new ClusterOptions();

	@Parameters(paramLabel = "TYPE[/NAME]", arity = "0..*", descriptionKey = "get.arguments")
	List<String> arguments = new ArrayList<>();

	@Option(names = {"-A", "--all-namespaces"})
	boolean everywhere;

	@Option(names = {"-n", "--namespace"}, paramLabel = "NAMESPACE")
	@Nullable
	String namespace;

	@Option(names = {"-l", "--selector"}, paramLabel = "LABELS")
	String labels = "";

	@Option(names = "--field-selector", paramLabel = "FIELDS")
	String fields = "";

	@Option(names = "--filter", paramLabel = "FILTER", descriptionKey = "get.filter")
	String filter = "";

	@Option(names = "--view", paramLabel = "NAME", descriptionKey = "get.view")
	String view = "";

	@Option(names = {"-o", "--output"}, paramLabel = "FORM")
	String output = "";

	@Option(names = "--columns", paramLabel = "NAMES", descriptionKey = "get.columns")
	String columns = "";

	@Option(names = "--no-headers")
	boolean noHeaders;

	@Option(names = "--sort-by", paramLabel = "COLUMN")
	String sortBy = "";

	@Option(names = "--chunk-size", paramLabel = "COUNT")
	int chunk = 500;

	@Option(names = "--ignore-not-found")
	boolean ignoreNotFound;

	@Option(names = "--show-managed-fields")
	boolean managedFields;

	@Option(names = {"-w", "--watch"})
	boolean watch;

	@Option(names = "--watch-only")
	boolean watchOnly;

	/** The command of a program. */
	public GetCommand(Assembly assembly) {
		this.assembly = assembly;
	}

	@Override
	public Integer call() throws InterruptedException {
		OutputForm form = OutputForm.of(output);
		if (!columns.isEmpty() && (form.wholeObjects() || form == OutputForm.NAME)) {
			throw Failure.of("columns.form", output);
		}
		List<String> viewed = view.isEmpty() ? List.of() : view();
		Query query = query();
		List<Target> targets = clusters.targets(assembly);
		viewed.stream().filter(name -> targets.stream().noneMatch(target -> target.name().equals(name)))
				.forEach(name -> assembly.terminal()
						.say(Texts.text("finding.warning", Texts.text("view.cluster", view, name))));
		try (FourAtATime threads = new FourAtATime(assembly.threads())) {
			Problems problems = watch || watchOnly
					? watch(query, form, targets)
					: form.wholeObjects()
							? objects(query, form, targets, threads)
							: table(query, form, targets, threads);
			assembly.terminal().out().flush();
			query.filter().tell(assembly.terminal());
			query.columns().tell(assembly.terminal());
			problems.tell(assembly.terminal());
			return problems.none() ? 0 : 1;
		} finally {
			targets.forEach(Target::close);
		}
	}

	/** Takes from a saved view what no option says; gives the clusters it asks for. */
	private List<String> view() {
		if (!arguments.isEmpty()) {
			throw Failure.of("view.arguments");
		}
		SavedView saved = assembly.views().find(view).orElseThrow(() -> Failure.of("view.missing", view));
		arguments = List.of(String.join(",", saved.kinds()));
		boolean elsewhere = clusters.several() || clusters.single();
		clusters.prefer(saved.clusters());
		if (namespace == null && !everywhere) {
			everywhere = saved.namespaces().size() != 1;
			namespace = everywhere ? null : saved.namespaces().getFirst();
			filter = saved.namespaces().size() > 1 ? among(saved.namespaces()) + ' ' + grouped(filter) : filter;
		}
		labels = labels.isEmpty() ? saved.labels() : labels;
		fields = fields.isEmpty() ? saved.fields() : fields;
		filter = filter.isEmpty() ? saved.filter() : grouped(saved.filter()) + ' ' + filter;
		return elsewhere ? List.of() : saved.clusters();
	}

	private static String among(List<String> namespaces) {
		return namespaces.stream().map(name -> "ns=" + name).collect(Collectors.joining(" or ", "(", ")"));
	}

	private static String grouped(String filter) {
		return filter.isBlank() ? "" : '(' + filter + ')';
	}

	private Query query() {
		Wanted wanted = Wanted.of(arguments);
		boolean selected = !labels.isEmpty() || !fields.isEmpty();
		if (wanted.named() && selected) {
			throw Failure.of(arguments.getFirst().contains("/") ? "get.pair.selector" : "get.name.selector");
		}
		if (wanted.named() && everywhere) {
			throw Failure.of("get.name.everywhere");
		}
		if (chunk < 0) {
			throw Failure.of("chunk.negative");
		}
		Kinds kinds = assembly.kinds();
		return new Query(wanted, Optional.ofNullable(namespace).filter(n -> !n.isEmpty()), everywhere, labels, fields,
				chunk, new RowFilter(filter, assembly.clock(), kinds),
				new ShownColumns(columns, kinds, assembly.clock()));
	}

	private Problems objects(Query query, OutputForm form, List<Target> targets, FourAtATime threads)
			throws InterruptedException {
		if (!sortBy.isEmpty()) {
			throw Failure.of("sort.objects");
		}
		var out = assembly.terminal().out();
		var get = new ObjectGet(query, clusters.several(), managedFields);
		return without(
				get.print(targets, threads, form == OutputForm.JSON ? new JsonObjects(out) : new YamlObjects(out)));
	}

	private Problems table(Query query, OutputForm form, List<Target> targets, FourAtATime threads)
			throws InterruptedException {
		var answers = new TableGet(query, clusters.several()).ask(targets, threads);
		List<TableGroup> groups = TableGroup.of(answers.sheets(), clusters.several());
		if (!sortBy.isEmpty()) {
			groups.forEach(group -> RowOrder.sort(group, sortBy));
		}
		printer(form, TableGet.kinds(answers.sheets())).print(groups);
		boolean nothing = groups.isEmpty() && answers.problems().none() && !ignoreNotFound;
		if (nothing && query.filter().hidden() > 0) {
			assembly.terminal().say(Texts.text("nothing.filtered", query.filter().hidden()));
		} else if (nothing && form != OutputForm.NAME) {
			boolean inOne = !everywhere && targets.size() == 1 && TableGet.namespaced(answers.sheets().stream());
			assembly.terminal().say(inOne
					? Texts.text("nothing.in.namespace",
							query.namespace().orElseGet(() -> targets.getFirst().defaultNamespace()))
					: Texts.text("nothing"));
		}
		return without(answers.problems());
	}

	private TablePrinter printer(OutputForm form, boolean kinds) {
		boolean all = form == OutputForm.WIDE || form == OutputForm.CSV;
		var style = new TableStyle(clusters.several(), everywhere, all, kinds && form != OutputForm.CSV,
				assembly.clock());
		return new TablePrinter(assembly.terminal().out(), form, style, !noHeaders);
	}

	private Problems without(Problems problems) {
		return ignoreNotFound ? problems.withoutMissing() : problems;
	}

	private Problems watch(Query query, OutputForm form, List<Target> targets) throws InterruptedException {
		if (form.wholeObjects()) {
			throw Failure.of("watch.objects", output);
		}
		if (query.wanted().items().size() != 1) {
			throw Failure.of("watch.types");
		}
		return new WatchGet(assembly, query, clusters.several(), watchOnly).run(targets, printer(form, false));
	}
}
