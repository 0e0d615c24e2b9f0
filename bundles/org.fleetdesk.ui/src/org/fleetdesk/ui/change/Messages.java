package org.fleetdesk.ui.change;

import org.eclipse.osgi.util.NLS;

/** The texts of changes, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String and_more;
	public static String apply;
	public static String clash_field;
	public static String clash_gone;
	public static String clash_manager;
	public static String clash_mine;
	public static String clash_nobody;
	public static String clash_theirs;
	public static String clashes;
	public static String clashes_force;
	public static String confirm;
	public static String count;
	public static String delete;
	public static String delete_also;
	public static String delete_asking;
	public static String delete_background;
	public static String delete_cluster;
	public static String delete_failed;
	public static String delete_foreground;
	public static String delete_from;
	public static String delete_grace;
	public static String delete_kind;
	public static String delete_many;
	public static String delete_names;
	public static String delete_nothing;
	public static String delete_object;
	public static String delete_one;
	public static String delete_orphan;
	public static String delete_seconds;
	public static String go_on;
	public static String job_preview;
	public static String job_says;
	public static String job_step;
	public static String job_step_of;
	public static String keep_theirs;
	public static String kubectl;
	public static String kubectl_copy;
	public static String kubectl_title;
	public static String message;
	public static String object_says;
	public static String place_marked;
	public static String says_cancelled;
	public static String says_change;
	public static String says_clashed;
	public static String says_create;
	public static String says_delete;
	public static String says_failed;
	public static String says_unchanged;
	public static String says_unknown;
	public static String stop;
	public static String stop_tip;
	public static String take_over_all;
	public static String take_over_apply;
	public static String ticket;
	public static String ticket_tip;

	static {
		initializeMessages("org.fleetdesk.ui.change.messages", Messages.class);
	}

	private Messages() {
	}
}
