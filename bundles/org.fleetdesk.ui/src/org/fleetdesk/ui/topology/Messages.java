package org.fleetdesk.ui.topology;

import org.eclipse.osgi.util.NLS;

/** The Topology view's texts, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String application;
	public static String bar_export;
	public static String bar_export_tip;
	public static String bar_filter_hint;
	public static String bar_filter_tip;
	public static String bar_fit;
	public static String bar_fit_tip;
	public static String bar_fold;
	public static String bar_fold_tip;
	public static String bar_larger;
	public static String bar_smaller;
	public static String box_and_others;
	public static String box_elsewhere;
	public static String box_missing;
	public static String box_optional;
	public static String box_unknown;
	public static String box_unserved;
	public static String closed;
	public static String collapse;
	public static String copy_image;
	public static String copy_name;
	public static String empty_away;
	public static String empty_filtered;
	public static String empty_gone;
	public static String empty_loading;
	public static String empty_none;
	public static String empty_nothing;
	public static String empty_object;
	public static String empty_unread;
	public static String expand;
	public static String export;
	public static String export_failed;
	public static String export_job;
	public static String export_png;
	public static String export_replace;
	public static String export_replace_title;
	public static String export_svg;
	public static String failed;
	public static String open;
	public static String place_application;
	public static String place_namespace;
	public static String place_none;
	public static String too_many;
	public static String try_again;
	public static String whole_namespace;

	static {
		initializeMessages("org.fleetdesk.ui.topology.messages", Messages.class);
	}

	private Messages() {
	}
}
