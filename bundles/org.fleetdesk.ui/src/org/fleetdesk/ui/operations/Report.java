package org.fleetdesk.ui.operations;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.KubeException;

/** What came of an operation, in words. */
final class Report {
	private Report() {
	}

	/** How a step ended. */
	static String word(State state) {
		return switch (state) {
			case DONE -> Messages.outcome_done;
			case UNCHANGED -> Messages.outcome_unchanged;
			case CLASHED -> Messages.outcome_clashed;
			case FAILED -> Messages.outcome_failed;
			case CANCELLED -> Messages.outcome_cancelled;
			case UNKNOWN -> Messages.outcome_unknown;
		};
	}

	/** "38 done, 2 failed". */
	static String counts(List<Outcome> outcomes) {
		Map<State, Integer> counts = new EnumMap<>(State.class);
		outcomes.forEach(outcome -> counts.merge(outcome.state(), 1, Integer::sum));
		return counts.entrySet().stream()
				.map(count -> NLS.bind(Messages.count, count.getValue(), word(count.getKey())))
				.collect(Collectors.joining(Messages.between));
	}

	/** Object, cluster, result, why. */
	static List<String> cells(Outcome outcome) {
		return List.of(outcome.target().key().type().kind() + " " + outcome.target().key().path(),
				outcome.target().cluster().name(), word(outcome.state()), why(outcome));
	}

	private static String why(Outcome outcome) {
		return outcome.problem().map(KubeException::getMessage)
				.orElseGet(() -> outcome.change().map(Change::warnings).map(w -> String.join("; ", w)).orElse(""));
	}

	/** All of it with headings, columns apart by tabs. */
	static String tabbed(List<String> headings, List<Outcome> outcomes) {
		return Stream.concat(Stream.of(headings), outcomes.stream().map(Report::cells))
				.map(cells -> cells.stream().map(cell -> cell.replaceAll("[\\t\\r\\n]+", " "))
						.collect(Collectors.joining("\t")))
				.collect(Collectors.joining("\n", "", "\n"));
	}
}
