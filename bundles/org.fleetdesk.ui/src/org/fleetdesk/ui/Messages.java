package org.fleetdesk.ui;

import org.eclipse.osgi.util.NLS;

/** The window's texts, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String fleet_empty;
	public static String menu_edit;
	public static String menu_file;
	public static String menu_help;
	public static String menu_perspectives;
	public static String menu_views;
	public static String menu_window;

	static {
		initializeMessages("org.fleetdesk.ui.messages", Messages.class);
	}

	private Messages() {
	}
}
