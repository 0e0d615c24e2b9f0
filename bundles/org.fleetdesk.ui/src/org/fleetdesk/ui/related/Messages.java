package org.fleetdesk.ui.related;

import org.eclipse.osgi.util.NLS;

/** Texts of the page of related objects, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String column_age;
	public static String column_how;
	public static String column_kind;
	public static String column_name;
	public static String column_state;
	public static String copy;
	public static String elsewhere;
	public static String gap_forbidden;
	public static String gap_large;
	public static String gap_many;
	public static String gap_refused;
	public static String group;
	public static String loading;
	public static String looking;
	public static String missing;
	public static String none;
	public static String open;
	public static String optional;
	public static String owned_by;
	public static String owns;
	public static String selected_by;
	public static String selects;
	public static String separator;
	public static String topology;
	public static String topology_link;
	public static String try_again;
	public static String unknown;
	public static String unserved;
	public static String used_by;
	public static String uses;

	static {
		initializeMessages("org.fleetdesk.ui.related.messages", Messages.class);
	}

	private Messages() {
	}
}
