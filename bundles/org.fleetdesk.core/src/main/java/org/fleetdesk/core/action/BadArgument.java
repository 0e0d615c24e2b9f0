package org.fleetdesk.core.action;

import java.io.Serial;

/** An argument that an action cannot take. The message is a sentence to show. */
public final class BadArgument extends IllegalArgumentException {
	@Serial
	private static final long serialVersionUID = 1L;
	private final String argument;

	BadArgument(String argument, String sentence) {
		super(sentence);
		this.argument = argument;
	}

	/** The name of the argument it is about. */
	public String argument() {
		return argument;
	}
}
