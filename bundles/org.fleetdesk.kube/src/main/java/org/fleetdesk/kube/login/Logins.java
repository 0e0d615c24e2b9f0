package org.fleetdesk.kube.login;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a program lends its logins.
 *
 * @param prompt shows a person how to log in
 * @param tokens keeps refresh tokens
 * @param notice told, once each, what a person should know though nothing failed: a sentence, on any thread
 */
public record Logins(LoginPrompt prompt, RefreshTokens tokens, Consumer<String> notice) {

	/** Asks nobody, keeps nothing. */
	public static final Logins NONE = new Logins(LoginPrompt.NOBODY, RefreshTokens.NONE, notice -> {
		// nobody listens
	});

	public Logins {
		Objects.requireNonNull(prompt);
		Objects.requireNonNull(tokens);
		Objects.requireNonNull(notice);
	}
}
