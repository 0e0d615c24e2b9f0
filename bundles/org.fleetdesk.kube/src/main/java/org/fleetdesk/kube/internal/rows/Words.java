package org.fleetdesk.kube.internal.rows;

import static org.fleetdesk.kube.internal.text.Texts.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.fleetdesk.kube.read.RowPlan;

/** The words by which a plan says how values become a cell; {@link RowPlan.Cell} documents them. */
final class Words {

	/** Makes the reducer of a cell; an IllegalArgumentException says in half a sentence why it cannot. */
	@FunctionalInterface
	interface Word {
		/** The reducer; {@code argument} is what follows the word, or empty. */
		Reducer of(RowPlan.Cell cell, Inputs in, String argument);
	}

	/** A word for something that needs no more than to be said. */
	@FunctionalInterface
	interface Named {
		/** The reducer. */
		Reducer of(Inputs in);
	}

	/** What a schedule is in a cell: a text, until somebody asks when it comes next. */
	static final String SCHEDULE = "schedule";
	private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "date", "deadline",
			SCHEDULE, "cpu", "bytes");
	private static final Map<String, Word> WORDS = new HashMap<>();

	static {
		Scalars.words(WORDS);
		Joins.words(WORDS);
		StorageCells.words(WORDS);
		RelationCells.words(WORDS);
		ConditionCells.words(WORDS);
		WORDS.put(SCHEDULE, (cell, in, argument) -> ScheduleCell.of(cell, in));
		WORDS.put("of", Words::elsewhere);
		name("podStatus", in -> PodStates.of(in).status());
		name("podReady", in -> PodStates.of(in).ready());
		name("podRestarts", in -> PodStates.of(in).restarts());
		name("podLastRestart", in -> PodStates.of(in).lastRestart());
		name("podReadinessGates", PodGates::new);
		WORDS.put("podRequest", PodRequest::of);
		WORDS.put("podLimit", PodLimit::of);
		name("nodeStatus", NodeCells::status);
		name("nodeRoles", NodeCells::roles);
		name("jobStatus", JobCells::status);
		name("jobCompletions", JobCells::completions);
		name("servicePorts", NetworkCells::servicePorts);
		name("serviceExternal", NetworkCells::serviceExternal);
		name("ingressAddress", NetworkCells::ingressAddress);
		name("ingressHosts", NetworkCells::ingressHosts);
		name("ingressPorts", NetworkCells::ingressPorts);
		name("endpointPorts", NetworkCells::endpointPorts);
		name("endpointAddresses", NetworkCells::endpointAddresses);
		name("autoscalerTargets", AutoscalerTargets::new);
		name("endpointSubsets", NetworkCells::endpointSubsets);
		name("podLastExit", in -> PodStates.of(in).lastExit());
		name("quotaRequests", in -> ControlCells.quota(in, false));
		name("quotaLimits", in -> ControlCells.quota(in, true));
		name("controller", ControlCells::controller);
		name("requestStatus", ControlCells::requestStatus);
		name("claimState", ControlCells::claimState);
		name("policyParameters", ControlCells::policyParameters);
	}

	private Words() {
	}

	private static void name(String word, Named named) {
		WORDS.put(word, (cell, in, argument) -> {
			Inputs.some(cell.paths(), 0, 0, word);
			return named.of(in);
		});
	}

	/** Nothing: the cell is that of another list, whose kind and heading follow the word. */
	private static Reducer elsewhere(RowPlan.Cell cell, Inputs in, String argument) {
		Inputs.some(cell.paths(), 0, 0, cell.reduce());
		if (!argument.strip().contains(" ")) {
			throw new IllegalArgumentException(text("plan.of.bad", cell.reduce()));
		}
		return () -> null;
	}

	/** The reducer of a cell; an IllegalArgumentException says in half a sentence why there is none. */
	static Reducer reducer(RowPlan.Cell cell, Inputs in) {
		if (!TYPES.contains(cell.column().type())) {
			throw new IllegalArgumentException(text("plan.type.unknown", cell.column().type(), known(TYPES)));
		}
		String[] parts = cell.reduce().split(" ", 2);
		Word word = WORDS.get(parts[0]);
		if (word == null) {
			throw new IllegalArgumentException(text("plan.word.unknown", parts[0], known(WORDS.keySet())));
		}
		if (cell.column().type().equals(SCHEDULE) != parts[0].equals(SCHEDULE)) {
			throw new IllegalArgumentException(text("plan.type.other", parts[0], cell.column().type()));
		}
		return word.of(cell, in, parts.length > 1 ? parts[1] : "");
	}

	private static String known(Set<String> words) {
		return String.join(", ", new TreeSet<>(words));
	}

	/** All words. */
	static List<String> all() {
		return List.copyOf(new TreeSet<>(WORDS.keySet()));
	}
}
