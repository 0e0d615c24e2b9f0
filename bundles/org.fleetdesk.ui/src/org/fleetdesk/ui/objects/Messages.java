package org.fleetdesk.ui.objects;

import org.eclipse.osgi.util.NLS;

/** The Objects view's texts, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String bar_clusters_none;
	public static String bar_clusters_tip;
	public static String bar_filter_hint;
	public static String bar_filter_tip;
	public static String bar_help_tip;
	public static String bar_kind_none;
	public static String bar_kind_tip;
	public static String bar_namespaces_all;
	public static String bar_namespaces_many;
	public static String bar_namespaces_none;
	public static String bar_namespaces_tip;
	public static String bar_selectors_clear;
	public static String bar_selectors_tip;
	public static String bar_views;
	public static String bar_views_tip;
	public static String clusters_hint;
	public static String clusters_note;
	public static String clusters_title;
	public static String columns_down;
	public static String columns_reset;
	public static String columns_title;
	public static String columns_up;
	public static String copy_job;
	public static String copy_secrets_question;
	public static String copy_secrets_title;
	public static String copy_some;
	public static String empty_filtered;
	public static String empty_loading;
	public static String empty_none;
	public static String empty_none_in;
	public static String empty_nothing;
	public static String export_closed;
	public static String export_csv;
	public static String export_failed;
	public static String export_failed_some;
	public static String export_fetching;
	public static String export_job;
	public static String export_json;
	public static String export_replace;
	public static String export_replace_title;
	public static String export_secrets_question;
	public static String export_secrets_title;
	public static String export_yaml;
	public static String help_note;
	public static String help_title;
	public static String kind_group;
	public static String kind_hint;
	public static String kind_kind;
	public static String kind_short;
	public static String kind_title;
	public static String menu_collapse;
	public static String menu_columns;
	public static String menu_expand;
	public static String menu_filter_by;
	public static String menu_filter_nothing;
	public static String menu_filter_owner;
	public static String menu_filter_without;
	public static String menu_fit;
	public static String menu_group;
	public static String menu_group_by;
	public static String menu_group_end;
	public static String menu_group_none;
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
	public static String selectors_fields;
	public static String selectors_fields_example;
	public static String selectors_fields_hint;
	public static String selectors_labels;
	public static String selectors_labels_example;
	public static String selectors_labels_hint;
	public static String selectors_note;
	public static String selectors_title;
	public static String title;
	public static String try_again;
	public static String views_choose_hint;
	public static String views_choose_title;
	public static String views_delete;
	public static String views_delete_question;
	public static String views_delete_title;
	public static String views_export;
	public static String views_import;
	public static String views_import_title;
	public static String views_imported;
	public static String views_imported_missing;
	public static String views_missing;
	public static String views_name;
	public static String views_none;
	public static String views_rename;
	public static String views_rename_title;
	public static String views_replace;
	public static String views_reset;
	public static String views_save;
	public static String views_save_as;
	public static String views_save_as_title;
	public static String views_unread;
	public static String views_wrong;

	static {
		initializeMessages("org.fleetdesk.ui.objects.messages", Messages.class);
	}

	private Messages() {
	}
}
