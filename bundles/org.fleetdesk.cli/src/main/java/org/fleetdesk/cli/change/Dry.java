package org.fleetdesk.cli.change;

import org.fleetdesk.cli.terminal.Failure;

/** What {@code --dry-run} means, in kubectl's words. */
final class Dry {
	private Dry() {
	}

	/** Whether the value asks for a dry run. */
	static boolean run(String value) {
		return switch (value) {
			case "none" -> false;
			case "server" -> true;
			default -> throw Failure.of("dry.unknown", value);
		};
	}

	/** What was done, or would be. */
	static String words(String done, boolean dry) {
		return dry ? done + " (server dry run)" : done;
	}
}
