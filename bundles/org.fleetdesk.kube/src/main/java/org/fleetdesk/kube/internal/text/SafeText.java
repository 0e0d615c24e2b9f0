package org.fleetdesk.kube.internal.text;

import java.util.regex.Pattern;

/** Makes text that others wrote fit to stand in one of our sentences. */
public final class SafeText {

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
	private static final Pattern NAMED = Pattern.compile(
			"(?i)(bearer|basic|--[\\w-]*(?:token|password|passwd|secret|api-?key|credential)[\\w-]*(?=\\s+[^-])|(?:[\\w-]*(?:token|password|passwd|secret|apikey|api-key|credential)[\\w-]*)[\"']?\\s*[:=])"
					+ "\\s*[\"']?[^\\s\"',;]+");
	/** Long words, but for paths and URLs. */
	private static final Pattern LONG = Pattern.compile("(?<![\\w/.~-])(?![/~.])[A-Za-z0-9+/_=.~-]{32,}");

	private SafeText() {
	}

	/** One line of bounded length without control characters and without a full stop at its end. */
	public static String line(String text, int longest) {
		String line = CONTROL.matcher(text).replaceAll(" ").strip();
		if (line.endsWith(".")) {
			line = line.substring(0, line.length() - 1);
		}
		return line.length() <= longest ? line : line.substring(0, longest) + "…";
	}

	/** The same without what looks like a token or a password. */
	public static String redacted(String text, int longest) {
		String named = NAMED.matcher(text).replaceAll("$1 ***");
		return line(LONG.matcher(named).replaceAll("***"), longest);
	}
}
