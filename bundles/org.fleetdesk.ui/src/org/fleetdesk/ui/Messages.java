package org.fleetdesk.ui;

import org.eclipse.osgi.util.NLS;

/** The window's texts, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String menu_edit;
	public static String menu_file;
	public static String menu_help;
	public static String menu_navigation;
	public static String menu_openPerspective;
	public static String menu_perspectives;
	public static String menu_views;
	public static String menu_window;
	public static String window_title;
	public static String workspace_taken;
	public static String workspace_title;
	public static String workspace_unwritable;

	static {
		initializeMessages("org.fleetdesk.ui.messages", Messages.class);
	}

	private Messages() {
	}
}
