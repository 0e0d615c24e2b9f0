package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.journal.KeptEntries;
import org.fleetdesk.cli.print.JsonText;
import org.fleetdesk.cli.terminal.Output;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.ObjectKey;
import org.jspecify.annotations.Nullable;

/** Tells what comes of each object of an operation, as it happens or as one tree at the end. Told by one thread at a time. */
final class Results implements Progress {
	private final Operation operation;
	private final RunOptions options;
	private final Report report;
	private final boolean namespaces;
	private final Set<Step> told = Collections.newSetFromMap(new IdentityHashMap<>());
	private final Map<Step, String> said = new IdentityHashMap<>();
	private final List<Outcome> all = new ArrayList<>();
	private volatile @Nullable String entry; // the journal's; told by whichever thread

	Results(Operation operation, RunOptions options, Report report) {
		this.operation = operation;
		this.options = options;
		this.report = report;
		this.namespaces = operation.steps().stream().map(step -> step.target().key().namespace()).distinct()
				.count() > 1;
	}

	@Override
	public void begins(Step step, int number, int count) {
		// its end is told
	}

	@Override
	public void says(Step step, String sentence) {
		if (!sentence.equals(said.put(step, sentence))) {
			report.note(target(step), Texts.text("run.says", object(step.target().key()), sentence));
		}
	}

	@Override
	public void ended(Outcome outcome) {
		if (outcome.state() != Outcome.State.CANCELLED && outcome.state() != Outcome.State.UNKNOWN) {
			tell(outcome); // of the others more may be known at the end
		}
	}

	@Override
	public boolean cancelled() {
		return false; // an interrupt ends it
	}

	/** The journal has it under this id. */
	void kept(String id) {
		entry = id;
	}

	/** Tells a person how all of it is undone. */
	void tellUndo(Terminal terminal) {
		String id = entry;
		boolean changed = all.stream().anyMatch(outcome -> outcome.state() == Outcome.State.DONE);
		if (id != null && changed && !options.json() && terminal.interactive()) {
			terminal.say(Texts.text("run.undo", KeptEntries.shortened(id)));
		}
	}

	/** Nothing is told of those that are not begun for a reason that was told. */
	void left(List<Outcome> previewed) {
		previewed.stream().filter(o -> o.state() == Outcome.State.CANCELLED).forEach(o -> told.add(o.step()));
	}

	/** Tells what was not told yet. */
	void end(List<Outcome> outcomes) {
		all.addAll(outcomes);
		outcomes.forEach(this::tell);
		if (outcomes.size() > 1 && !options.json()) {
			report.summary(counts().entrySet().stream()
					.map(count -> Texts.text("run.count." + count.getKey(), count.getValue()))
					.collect(Collectors.joining(Texts.text("run.between"))));
		}
	}

	private void tell(Outcome outcome) {
		if (!told.add(outcome.step())) {
			return;
		}
		Target target = target(outcome.step());
		String object = object(outcome.target().key());
		outcome.change().filter(change -> outcome.state() != Outcome.State.UNKNOWN)
				.ifPresent(change -> change.warnings().forEach(warning -> report.warning(target, warning)));
		switch (outcome.state()) {
			case DONE, UNCHANGED -> done(target, outcome, object);
			case FAILED -> failed(target, object, outcome.problem().orElseThrow());
			case CLASHED ->
				report.problem(target,
						Clashes.sentence("run.clashed", object, outcome.change().orElseThrow().clashes()));
			case UNKNOWN -> report.unknown(target, object);
			case CANCELLED -> report.left(1);
		}
	}

	private void done(Target target, Outcome outcome, String object) {
		if (options.output.equals("name")) {
			report.done(target, object);
		} else if (!options.json()) {
			String from = outcome.target().key().namespace();
			report.done(target, Dry.words(object + " " + operation.name() + " " + word(outcome)
					+ (namespaces && !from.isEmpty() ? " in " + from + " namespace" : ""), options.dry()));
		}
	}

	private void failed(Target target, String object, KubeException problem) {
		String words = String.valueOf(problem.getMessage());
		String name = object.substring(object.indexOf('/') + 1);
		report.problem(target, problem, Optional.empty(),
				words.contains(name) ? words : Texts.text("run.says", object, words));
	}

	private static String object(ObjectKey key) {
		return ServedCluster.word(key.type()) + "/" + key.name();
	}

	private static Target target(Step step) {
		return ((ServedCluster) step.target().cluster()).target();
	}

	private static String word(Outcome outcome) {
		return outcome.state().name().toLowerCase(Locale.ROOT);
	}

	private Map<String, Long> counts() {
		return all.stream().collect(Collectors.groupingBy(Results::word, TreeMap::new, Collectors.counting()));
	}

	/** Prints the tree of nothing. */
	static void printNone(Output out) {
		ObjectNode tree = JsonNodeFactory.instance.objectNode();
		tree.putObject("outcomes");
		tree.putArray("results");
		new JsonText(out).value(tree, 0);
		out.text("\n");
	}

	/** Prints all as one tree. */
	void print(Output out) {
		ObjectNode tree = JsonNodeFactory.instance.objectNode();
		if (entry != null) {
			tree.put("entry", entry);
		}
		tree.put("operation", operation.name()).put("dryRun", options.dry()).put("ticket", options.ticket);
		ObjectNode counts = tree.putObject("outcomes");
		counts().forEach(counts::put);
		ArrayNode results = tree.putArray("results");
		for (Outcome outcome : all) {
			ObjectKey key = outcome.target().key();
			ObjectNode result = results.addObject();
			result.put("cluster", outcome.target().cluster().name()).put("type", key.type().qualifiedName())
					.put("namespace", key.namespace()).put("name", key.name()).put("outcome", word(outcome));
			outcome.problem().ifPresent(problem -> result.put("message", String.valueOf(problem.getMessage()))
					.put("reason", problem.reason()).put("code", problem.code()));
			outcome.change().filter(change -> !change.warnings().isEmpty())
					.ifPresent(change -> change.warnings().forEach(result.withArray("warnings")::add));
		}
		new JsonText(out).value(tree, 0);
		out.text("\n");
	}
}
