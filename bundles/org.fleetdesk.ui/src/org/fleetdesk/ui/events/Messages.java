package org.fleetdesk.ui.events;

import org.eclipse.osgi.util.NLS;

/** The Events view's texts, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String bar_about_all;
	public static String bar_about_tip;
	public static String bar_clusters_none;
	public static String bar_clusters_tip;
	public static String bar_namespaces_all;
	public static String bar_namespaces_many;
	public static String bar_namespaces_tip;
	public static String bar_range_tip;
	public static String bar_warnings;
	public static String bar_warnings_tip;
	public static String details_gone;
	public static String details_none;
	public static String details_object;
	public static String details_then;
	public static String details_there;
	public static String details_unknown;
	public static String details_unserved;
	public static String empty_filtered;
	public static String empty_loading;
	public static String empty_none;
	public static String empty_nothing;
	public static String range_all;
	public static String range_hour;
	public static String range_quarter;
	public static String range_six;
	public static String title;
	public static String try_again;

	static {
		initializeMessages("org.fleetdesk.ui.events.messages", Messages.class);
	}

	private Messages() {
	}
}
