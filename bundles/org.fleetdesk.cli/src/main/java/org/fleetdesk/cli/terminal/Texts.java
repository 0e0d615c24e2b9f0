package org.fleetdesk.cli.terminal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The command line's messages, in the user's language where there is a file of it. */
public final class Texts {
	/** The base name of the message files. */
	public static final String BUNDLE = "org.fleetdesk.cli.Messages";
	private static final ResourceBundle MESSAGES = ResourceBundle.getBundle(BUNDLE);

	private Texts() {
	}

	/** The message of a key, with its places filled as {@link String#format} does. */
	public static String text(String key, Object... places) {
		String pattern = MESSAGES.getString(key);
		return places.length == 0 ? pattern : String.format(Locale.ROOT, pattern, places);
	}
}
