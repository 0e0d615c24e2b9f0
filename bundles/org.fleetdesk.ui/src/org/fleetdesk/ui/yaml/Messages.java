package org.fleetdesk.ui.yaml;

import org.eclipse.osgi.util.NLS;

/** The texts of YAML panes, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String close_discard;
	public static String close_keep;
	public static String close_question;
	public static String close_save;
	public static String close_stay;
	public static String close_title;
	public static String draft_failed;

	static {
		initializeMessages("org.fleetdesk.ui.yaml.messages", Messages.class);
	}

	private Messages() {
	}
}
