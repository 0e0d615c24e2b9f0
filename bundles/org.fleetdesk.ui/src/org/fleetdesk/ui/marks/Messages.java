package org.fleetdesk.ui.marks;

import org.eclipse.osgi.util.NLS;

/** The texts of marks, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String blue;
	public static String color;
	public static String custom;
	public static String custom_tip;
	public static String green;
	public static String grey;
	public static String none;
	public static String orange;
	public static String production;
	public static String production_check;
	public static String production_help;
	public static String production_tip;
	public static String read_only;
	public static String read_only_check;
	public static String read_only_help;
	public static String read_only_tip;
	public static String red;
	public static String teal;
	public static String title;
	public static String violet;
	public static String yellow;

	static {
		initializeMessages("org.fleetdesk.ui.marks.messages", Messages.class);
	}

	private Messages() {
	}
}
