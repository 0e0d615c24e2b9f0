package org.fleetdesk.cli.fleet;

import java.util.Objects;

import org.fleetdesk.cli.terminal.Terminal;
import org.fleetdesk.cli.terminal.Texts;
import org.fleetdesk.kube.login.LoginOffer;
import org.fleetdesk.kube.login.LoginPrompt;

/** Says on the terminal where to log in; Ctrl+C ends the wait with the program. */
public final class TerminalLogin implements LoginPrompt {
	private final Terminal terminal;

	/** Speaks on this terminal. */
	public TerminalLogin(Terminal terminal) {
		this.terminal = Objects.requireNonNull(terminal);
	}

	@Override
	public Shown show(LoginOffer offer) {
		terminal.say(Texts.text("login.question", offer.cluster(), offer.issuer()));
		offer.page().ifPresent(page -> terminal.say(Texts.text("login.browser", page)));
		offer.device().ifPresent(device -> terminal.say(Texts.text("login.device", device.page(), device.code())));
		return () -> {
			// the command's own output follows
		};
	}
}
