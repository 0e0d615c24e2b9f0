package org.fleetdesk.cli.terminal;

import org.fleetdesk.cli.Main;
import org.fleetdesk.kube.text.MessageFile;

/** The command line's messages, in the user's language where there is a file of it. */
public final class Texts {
	/** The base name of the message files. */
	public static final String BUNDLE = "org.fleetdesk.cli.Messages";
	private static final MessageFile MESSAGES = new MessageFile(Main.class);

	private Texts() {
	}

	/** The message of a key, its places filled as {@link String#format} does. */
	public static String text(String key, Object... places) {
		return MESSAGES.text(key, places);
	}
}
