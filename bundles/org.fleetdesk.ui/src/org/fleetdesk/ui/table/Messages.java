package org.fleetdesk.ui.table;

import org.eclipse.osgi.util.NLS;

/** The texts of tables, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String clusters_many;
	public static String clusters_one;
	public static String copy_job;
	public static String demo;
	public static String group_none;
	public static String health_failed;
	public static String health_failed_tip;
	public static String health_healthy;
	public static String health_healthy_tip;
	public static String health_idle;
	public static String health_idle_tip;
	public static String health_progressing;
	public static String health_progressing_tip;
	public static String health_tip;
	public static String health_unknown;
	public static String health_unknown_tip;
	public static String health_warning;
	public static String health_warning_tip;
	public static String live;
	public static String loading;
	public static String of;
	public static String part_cached;
	public static String part_cached_since;
	public static String part_cached_why;
	public static String part_failed;
	public static String part_failed_why;
	public static String part_stale;
	public static String part_stale_why;
	public static String where_namespace;

	static {
		initializeMessages("org.fleetdesk.ui.table.messages", Messages.class);
	}

	private Messages() {
	}
}
