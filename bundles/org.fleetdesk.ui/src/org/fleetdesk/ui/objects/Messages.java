package org.fleetdesk.ui.objects;

import org.eclipse.osgi.util.NLS;

/** The Objects view's texts, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String bar_clusters_none;
	public static String bar_clusters_tip;
	public static String bar_filter_hint;
	public static String bar_filter_tip;
	public static String bar_kind_none;
	public static String bar_kind_tip;
	public static String bar_namespaces_all;
	public static String bar_namespaces_many;
	public static String bar_namespaces_none;
	public static String bar_namespaces_tip;
	public static String clusters_hint;
	public static String clusters_note;
	public static String clusters_title;
	public static String columns_down;
	public static String columns_reset;
	public static String columns_title;
	public static String columns_up;
	public static String empty_filtered;
	public static String empty_loading;
	public static String empty_none;
	public static String empty_none_in;
	public static String empty_nothing;
	public static String export_failed;
	public static String export_job;
	public static String kind_group;
	public static String kind_hint;
	public static String kind_kind;
	public static String kind_short;
	public static String kind_title;
	public static String menu_columns;
	public static String menu_fit;
	public static String menu_hide;
	public static String menu_reset;
	public static String menu_sort_down;
	public static String menu_sort_none;
	public static String menu_sort_up;
	public static String namespaces_hint;
	public static String namespaces_note;
	public static String namespaces_title;
	public static String namespaces_typed;
	public static String objects;
	public static String title;
	public static String try_again;

	static {
		initializeMessages("org.fleetdesk.ui.objects.messages", Messages.class);
	}

	private Messages() {
	}
}
