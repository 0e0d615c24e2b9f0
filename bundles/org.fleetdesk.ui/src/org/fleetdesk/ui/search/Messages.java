package org.fleetdesk.ui.search;

import org.eclipse.osgi.util.NLS;

/** The Search view's texts, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String box_hint;
	public static String box_tip;
	public static String column_cluster;
	public static String column_kind;
	public static String column_known;
	public static String column_matched;
	public static String column_name;
	public static String column_namespace;
	public static String count_best;
	public static String count_many;
	public static String count_one;
	public static String count_searching;
	public static String empty_hint;
	public static String empty_none;
	public static String empty_nowhere;
	public static String empty_searched;
	public static String kind_cluster;
	public static String kind_list;
	public static String known_live;
	public static String list_in;
	public static String list_now;
	public static String match_address;
	public static String match_cluster;
	public static String match_image;
	public static String match_kind;
	public static String match_label;
	public static String match_name;
	public static String match_namespace;
	public static String match_node;
	public static String match_owner;
	public static String missing;
	public static String names_more;
	public static String places_cached;
	public static String places_live;
	public static String searching;
	public static String trim_hint;
	public static String view_failed;

	static {
		initializeMessages("org.fleetdesk.ui.search.messages", Messages.class);
	}

	private Messages() {
	}
}
