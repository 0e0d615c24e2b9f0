package org.fleetdesk.cli.fleet;

import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.core.fleet.ExecConsents;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeUser;

/** Asks on the terminal whether a login plugin may run; where nobody can be asked, says how to allow it and refuses. */
public final class ConsentQuestion implements ExecConsents.Question {
	private final Terminal terminal;

	/** Asks on this terminal. */
	public ConsentQuestion(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public ExecConsents.Verdict ask(KubeContext context, KubeUser.Exec exec) {
		if (!terminal.interactive()) {
			terminal.say(Texts.text("consent.unattended", context.name(), exec.safeLine()));
			return ExecConsents.Verdict.NO;
		}
		String answer = terminal.ask(Texts.text("consent.question", context.name(), context.source(), exec.line()))
				.map(String::strip).orElse("");
		return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes")
				? ExecConsents.Verdict.ALWAYS
				: ExecConsents.Verdict.NO;
	}
}
