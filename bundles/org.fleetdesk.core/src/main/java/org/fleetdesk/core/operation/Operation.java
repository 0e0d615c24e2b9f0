package org.fleetdesk.core.operation;

import java.util.List;
import java.util.stream.Collectors;

import org.fleetdesk.core.operation.Outcome.State;

/**
 * A change that someone asks for, of one object or of many. Immutable. An {@link OperationRunner} previews and runs it.
 */
public interface Operation {

	/** What it is, one stable word for the journal and the command line: "apply", "edit", "delete", "scale". */
	String name();

	/** Its parts, one for each object, in the order in which they are done. */
	List<Step> steps();

	/** What is left to be done of it: the steps that are neither done nor had nothing to do. None is done twice by that. */
	default Operation rest(List<Outcome> outcomes) {
		return new Steps(name(), outcomes.stream().filter(o -> o.state() != State.DONE && o.state() != State.UNCHANGED)
				.map(Outcome::step).toList());
	}

	/** What does the same in a shell: a command for each step, or for several. */
	default String kubectl() {
		return steps().stream().map(Step::kubectl).map(Kubectl::text).distinct().collect(Collectors.joining("\n"));
	}
}
