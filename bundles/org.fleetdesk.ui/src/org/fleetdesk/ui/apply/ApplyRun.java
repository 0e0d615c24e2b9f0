package org.fleetdesk.ui.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.Range;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.object.FieldPath;
import org.fleetdesk.core.operation.Apply;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.write.WriteOptions;
import org.fleetdesk.ui.change.ChangeFlow;
import org.fleetdesk.ui.change.Preview;
import org.fleetdesk.ui.change.Resolution;
import org.fleetdesk.ui.yaml.TextMark;
import org.fleetdesk.ui.yaml.YamlChecker;
import org.fleetdesk.ui.yaml.YamlPane;

/** One text on its way to clusters: what is wrong with a document is said at its line, and the others go on. */
final class ApplyRun implements ChangeFlow.Owner {
	private final ApplyEditor editor;
	private final YamlPane pane;
	private final YamlChecker checker;
	private final List<Cluster> clusters;
	private final Documents text;
	private final ApplyPlan plan;

	ApplyRun(ApplyEditor editor, YamlPane pane, YamlChecker checker, List<Cluster> clusters, String namespace,
			Documents text) {
		this.editor = editor;
		this.pane = pane;
		this.checker = checker;
		this.clusters = clusters;
		this.text = text;
		this.plan = ApplyPlan.of(text, clusters, namespace);
	}

	void start() {
		if (clusters.isEmpty()) {
			editor.say(List.of(Messages.no_cluster));
		} else if (text.documents().isEmpty()) {
			editor.say(List.of(Messages.no_document));
		} else {
			String title = NLS.bind(Messages.title, text.documents().size(),
					clusters.stream().map(Cluster::name).collect(Collectors.joining(", ")));
			new ChangeFlow(editor.getSite(), pane.widget(), title, this).start();
		}
	}

	@Override
	public Operation operation(Resolution decided) {
		return new Apply(plan.desired(), WriteOptions.REAL.forced(decided.takeOver()));
	}

	@Override
	public boolean keepable() {
		return false;
	}

	@Override
	public List<Preview> refusals() {
		return plan.refusals().entrySet().stream()
				.map(e -> Preview.refused(ApplyPlan.title(e.getKey()), e.getValue())).toList();
	}

	@Override
	public void refused(Outcome outcome) {
		done(List.of(outcome));
	}

	@Override
	public void done(List<Outcome> outcomes) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		List<String> problems = new ArrayList<>();
		List<TextMark> marks = new ArrayList<>();
		for (int number = 0; number < outcomes.size(); number++) {
			Outcome outcome = outcomes.get(number);
			counts.merge(word(outcome), 1, Integer::sum);
			Document document = plan.wanted().get(number).document();
			outcome.problem().ifPresent(problem -> {
				problems.add(NLS.bind(Messages.problem, ApplyPlan.title(document), problem.getMessage()));
				marks.addAll(marks(document, problem));
			});
		}
		plan.refusals().forEach((document, why) -> {
			counts.merge(Messages.was_refused, 1, Integer::sum);
			problems.add(NLS.bind(Messages.problem, ApplyPlan.title(document), why));
			if (document.right()) {
				marks.add(mark(document.position(FieldPath.of("kind")), why));
			}
		});
		List<String> said = new ArrayList<>(List.of(NLS.bind(Messages.result,
				counts.entrySet().stream().map(e -> NLS.bind(Messages.count, e.getValue(), e.getKey()))
						.collect(Collectors.joining(", ")))));
		said.addAll(problems);
		checker.mark(text, marks);
		editor.say(said);
		if (problems.isEmpty() && outcomes.stream().allMatch(o -> o.change().isPresent())) {
			editor.applied();
		}
	}

	private static String word(Outcome outcome) {
		return switch (outcome.state()) {
			case DONE -> outcome.change().filter(c -> c.before().isEmpty()).isPresent()
					? Messages.was_created
					: Messages.was_changed;
			case UNCHANGED -> Messages.was_unchanged;
			case CLASHED, CANCELLED -> Messages.was_left;
			case FAILED -> Messages.was_refused;
			case UNKNOWN -> Messages.was_unknown;
		};
	}

	private static List<TextMark> marks(Document document, KubeException problem) {
		List<TextMark> marks = problem.causes().stream().filter(cause -> !cause.field().isEmpty())
				.map(cause -> mark(document.position(
						FieldPath.parse(cause.field(), document.tree().orElseThrow())), cause.message()))
				.toList();
		return marks.isEmpty() ? List.of(mark(document.position(FieldPath.ROOT), problem.getMessage())) : marks;
	}

	private static TextMark mark(Range place, String message) {
		return new TextMark(place.line(), place.column(), true, message);
	}

	@Override
	public void left() {
		// the text stays as it is
	}
}
