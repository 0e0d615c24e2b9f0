package org.fleetdesk.cli;

/** The command line's entry point: one process per command, whose exit code is kubectl's where both know the case. */
public final class Main {

	private Main() {
	}

	/** Runs one command and ends the process with its exit code. */
	public static void main(String[] args) {
		System.err.println("fleetdesk: no command is known yet");
		System.exit(1);
	}
}
