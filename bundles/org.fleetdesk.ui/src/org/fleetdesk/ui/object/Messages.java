package org.fleetdesk.ui.object;

import org.eclipse.osgi.util.NLS;

/** The texts of objects' pages, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String ago;
	public static String as_of;
	public static String copy;
	public static String copy_all;
	public static String copy_path;
	public static String copy_row;
	public static String copy_value;
	public static String create_again;
	public static String cut;
	public static String cut_lines;
	public static String cut_text;
	public static String deleted;
	public static String deleted_meanwhile;
	public static String draft_discard;
	public static String draft_found;
	public static String draft_restore;
	public static String events;
	public static String events_loading;
	public static String events_none;
	public static String hidden;
	public static String hide_to_edit;
	public static String history;
	public static String live;
	public static String loading;
	public static String managed_fields;
	public static String managed_shown;
	public static String marked;
	public static String meanwhile;
	public static String meanwhile_by;
	public static String meanwhile_title;
	public static String open_first;
	public static String open_link;
	public static String open_many;
	public static String open_title;
	public static String overview;
	public static String paste;
	public static String read_only;
	public static String rebase;
	public static String rebase_wrong;
	public static String related;
	public static String remembered;
	public static String reveal;
	public static String reveal_to_edit;
	public static String revision;
	public static String revision_age;
	public static String revision_cause;
	public static String revision_current;
	public static String revision_images;
	public static String revision_kept;
	public static String revision_only;
	public static String revisions_between;
	public static String revisions_loading;
	public static String revisions_none;
	public static String revisions_same;
	public static String roll_back;
	public static String roll_back_to;
	public static String save_cancelled;
	public static String save_closed;
	public static String save_one;
	public static String save_remembered;
	public static String save_title;
	public static String save_wrong;
	public static String saved;
	public static String secret_draft;
	public static String select_all;
	public static String show_difference;
	public static String show_less;
	public static String show_more;
	public static String try_again;
	public static String uncut_to_edit;
	public static String unregistered;
	public static String where;
	public static String where_cluster;
	public static String yaml;

	static {
		initializeMessages("org.fleetdesk.ui.object.messages", Messages.class);
	}

	private Messages() {
	}
}
