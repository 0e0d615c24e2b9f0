package org.fleetdesk.kube.login;

import java.util.Objects;
import java.util.function.Consumer;

import org.fleetdesk.kube.config.ExecConsole;

/**
 * What a program lends its logins.
 *
 * @param prompt shows a person how to log in
 * @param tokens keeps refresh tokens
 * @param notice told, once each, what a person should know though nothing failed: a sentence, on any thread
 * @param console who can talk to login plugins while they run
 */
public record Logins(LoginPrompt prompt, RefreshTokens tokens, Consumer<String> notice, ExecConsole console) {

	/** Asks nobody, keeps nothing. */
	public static final Logins NONE = new Logins(LoginPrompt.NOBODY, RefreshTokens.NONE, notice -> {
		// nobody listens
	});

	public Logins {
		Objects.requireNonNull(prompt);
		Objects.requireNonNull(tokens);
		Objects.requireNonNull(notice);
		Objects.requireNonNull(console);
	}

	/** With nobody to talk to login plugins. */
	public Logins(LoginPrompt prompt, RefreshTokens tokens, Consumer<String> notice) {
		this(prompt, tokens, notice, ExecConsole.NOBODY);
	}

	/** The same with somebody to talk to login plugins. */
	public Logins talking(ExecConsole somebody) {
		return new Logins(prompt, tokens, notice, somebody);
	}
}
