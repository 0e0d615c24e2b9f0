package org.fleetdesk.ui.operations;

import org.eclipse.osgi.util.NLS;

/** The texts of commands that change objects, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String ask_message;
	public static String ask_preview;
	public static String between;
	public static String count;
	public static String job_make;
	public static String kubectl_none;
	public static String menu_asks;
	public static String menu_not;
	public static String not_now;
	public static String not_selected;
	public static String not_suiting;
	public static String nothing_to_do;
	public static String outcome_cancelled;
	public static String outcome_clashed;
	public static String outcome_done;
	public static String outcome_failed;
	public static String outcome_unchanged;
	public static String outcome_unknown;
	public static String refusal;
	public static String report_cluster;
	public static String report_copy;
	public static String report_object;
	public static String report_outcome;
	public static String report_retry;
	public static String report_undo;
	public static String report_why;
	public static String said;
	public static String title_many;
	public static String title_one;
	public static String undo_many;
	public static String undo_nothing;
	public static String undo_one;
	public static String why_closed;
	public static String why_forbidden;
	public static String why_kind;
	public static String why_read_only;

	static {
		initializeMessages("org.fleetdesk.ui.operations.messages", Messages.class);
	}

	private Messages() {
	}
}
