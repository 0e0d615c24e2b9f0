package org.fleetdesk.cli.terminal;

import java.io.Serial;

/** Ends a command with one sentence on standard error and exit code 1, as kubectl does for every failure. */
public final class Failure extends RuntimeException {
	@Serial
	private static final long serialVersionUID = 1L;

	private Failure(String line) {
		super(line);
	}

	/** A failure that is printed as it is. */
	public static Failure plain(String line) {
		return new Failure(line);
	}

	/** "error: " and a message of the message file. */
	public static Failure of(String key, Object... places) {
		return new Failure(Texts.text("error", Texts.text(key, places)));
	}
}
