package org.fleetdesk.ui.journal;

import org.eclipse.osgi.util.NLS;

/** The Operations view's texts, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String and_more;
	public static String any_cluster;
	public static String any_outcome;
	public static String any_type;
	public static String any_user;
	public static String bar_cluster_tip;
	public static String bar_object_tip;
	public static String bar_outcome_tip;
	public static String bar_text;
	public static String bar_text_tip;
	public static String bar_time_tip;
	public static String bar_type_tip;
	public static String bar_user_tip;
	public static String between;
	public static String clusters;
	public static String column_begun;
	public static String column_cluster;
	public static String column_message;
	public static String column_object;
	public static String column_operation;
	public static String column_outcome;
	public static String column_took;
	public static String column_user;
	public static String count;
	public static String count_more;
	public static String details_none;
	public static String details_one;
	public static String details_several;
	public static String empty_filtered;
	public static String empty_loading;
	public static String empty_none;
	public static String empty_unread;
	public static String export_csv;
	public static String export_failed;
	public static String export_job;
	public static String export_json;
	public static String export_name;
	public static String export_replace;
	public static String export_title;
	public static String export_written;
	public static String more;
	public static String objects;
	public static String operation_apply;
	public static String operation_delete;
	public static String operation_edit;
	public static String operation_undo;
	public static String outcome_cancelled;
	public static String outcome_done;
	public static String outcome_failed;
	public static String outcome_running;
	public static String outcome_unchanged;
	public static String outcome_unknown;
	public static String program_command_line;
	public static String program_workbench;
	public static String range_all;
	public static String range_between;
	public static String range_day;
	public static String range_four;
	public static String range_from_until;
	public static String range_hour;
	public static String range_week;
	public static String reason;
	public static String reason_objects;
	public static String running_cancel;
	public static String running_failed;
	public static String running_more;
	public static String selected;
	public static String sentence;
	public static String show_more;
	public static String span_from;
	public static String span_title;
	public static String span_until;
	public static String span_wrong;
	public static String ticket;
	public static String ticket_message;
	public static String took_minutes;
	public static String took_seconds;
	public static String try_again;
	public static String users;
	public static String who;

	static {
		initializeMessages("org.fleetdesk.ui.journal.messages", Messages.class);
	}

	private Messages() {
	}
}
