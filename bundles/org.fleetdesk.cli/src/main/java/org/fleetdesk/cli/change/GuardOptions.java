package org.fleetdesk.cli.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.cli.fleet.Target;
import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.GuardedWriter;

import picocli.CommandLine.Option;

/** The option that confirms changes of production clusters, and the question where it is not given. */
public final class GuardOptions {
	@Option(names = "--confirm", paramLabel = "NAME")
	List<String> names = new ArrayList<>();

	/**
	 * Leaves the clusters that may be changed; those that may not are told as problems.
	 *
	 * @param targets clusters that are to be changed for good
	 * @return what was typed, on the command line or now
	 */
	Confirmation confirm(List<Target> targets, Terminal terminal, Report report) {
		Set<String> confirmed = new HashSet<>(names);
		for (Target target : List.copyOf(targets)) {
			Optional<String> refusal = GuardedWriter.refusal(target.name(), target.mark());
			if (refusal.isEmpty() && target.mark().production() && !confirmed.contains(target.name())) {
				String typed = terminal.askPerson(Texts.text("confirm.question", target.name())).map(String::strip)
						.orElse("");
				if (typed.equals(target.name())) {
					confirmed.add(typed);
				} else {
					refusal = Optional.of(Texts.text("confirm.missing", target.name()));
				}
			}
			refusal.ifPresent(sentence -> {
				targets.remove(target);
				report.problem(target, sentence);
			});
		}
		return new Confirmation(confirmed);
	}
}
