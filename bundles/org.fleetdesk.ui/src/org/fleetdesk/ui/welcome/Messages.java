package org.fleetdesk.ui.welcome;

import org.eclipse.osgi.util.NLS;

/** Texts of the welcome page, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String column_context;
	public static String column_login;
	public static String column_server;
	public static String column_state;
	public static String welcome_add;
	public static String welcome_claim;
	public static String welcome_current;
	public static String welcome_drop;
	public static String welcome_filter;
	public static String welcome_found_many;
	public static String welcome_found_one;
	public static String welcome_kubeconfigs;
	public static String welcome_nothing;
	public static String welcome_problem;
	public static String welcome_problems;
	public static String welcome_title;

	static {
		initializeMessages("org.fleetdesk.ui.welcome.messages", Messages.class);
	}

	private Messages() {
	}
}
