package org.fleetdesk.ui.compare;

import org.eclipse.osgi.util.NLS;

/** The texts of comparisons, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String all_to_left;
	public static String all_to_left_tip;
	public static String all_to_right;
	public static String all_to_right_tip;
	public static String apply;
	public static String apply_title;
	public static String as_of;
	public static String cancelled;
	public static String closed;
	public static String column_field;
	public static String column_kind;
	public static String column_left;
	public static String column_right;
	public static String count;
	public static String count_of;
	public static String count_one;
	public static String deleted;
	public static String document;
	public static String document_hint;
	public static String document_title;
	public static String file_changed;
	public static String file_none;
	public static String file_title;
	public static String file_unread;
	public static String file_unwritten;
	public static String file_wrong;
	public static String filter;
	public static String first_title;
	public static String impossible;
	public static String kind_changed;
	public static String kind_left;
	public static String kind_order;
	public static String kind_right;
	public static String kinds_differ;
	public static String live;
	public static String loading;
	public static String marked;
	public static String meanwhile;
	public static String place;
	public static String placeless;
	public static String placeless_tip;
	public static String read_again;
	public static String read_only;
	public static String rebase;
	public static String remembered;
	public static String same;
	public static String save;
	public static String saved;
	public static String second_title;
	public static String title_both;
	public static String title_clusters;
	public static String title_in;
	public static String to_left;
	public static String to_left_tip;
	public static String to_right;
	public static String to_right_tip;
	public static String unregistered;
	public static String with_cluster;
	public static String with_file;
	public static String with_hint;
	public static String with_more;
	public static String with_name;
	public static String with_namespace;
	public static String with_same;
	public static String with_title;

	static {
		initializeMessages("org.fleetdesk.ui.compare.messages", Messages.class);
	}

	private Messages() {
	}
}
