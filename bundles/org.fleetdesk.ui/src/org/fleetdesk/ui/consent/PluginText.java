package org.fleetdesk.ui.consent;

import java.util.regex.Pattern;

/** What a login plugin has said, its last part, without what steers terminals. Safe for any thread. */
final class PluginText {
	private static final int KEPT = 64 << 10;
	private static final Pattern STEERING = Pattern
			.compile("\\e\\[[0-?]*[ -/]*[@-~]|\\e\\][^\\a\\e]*(?:\\a|\\e\\\\)|\\r(?=\\n)|[\\p{Cntrl}&&[^\\n\\t]]");
	private final StringBuilder said = new StringBuilder(); // guarded by this

	synchronized void add(String more) {
		said.append(more);
		if (said.length() > KEPT) {
			said.delete(0, said.length() - KEPT);
		}
	}

	synchronized String text() {
		return STEERING.matcher(said).replaceAll("");
	}
}
