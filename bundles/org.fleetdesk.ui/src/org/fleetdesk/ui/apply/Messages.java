package org.fleetdesk.ui.apply;

import org.eclipse.osgi.util.NLS;

/** The texts of what is applied, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String apply;
	public static String clusters;
	public static String clusters_choose;
	public static String clusters_none_open;
	public static String count;
	public static String document;
	public static String draft_discard;
	public static String draft_found;
	public static String draft_restore;
	public static String namespace;
	public static String namespace_hint;
	public static String namespace_tip;
	public static String no_cluster;
	public static String no_document;
	public static String open_title;
	public static String problem;
	public static String read_failed;
	public static String result;
	public static String title;
	public static String unknown_kind;
	public static String untitled;
	public static String was_changed;
	public static String was_created;
	public static String was_left;
	public static String was_refused;
	public static String was_unchanged;
	public static String was_unknown;
	public static String write_failed;

	static {
		initializeMessages("org.fleetdesk.ui.apply.messages", Messages.class);
	}

	private Messages() {
	}
}
