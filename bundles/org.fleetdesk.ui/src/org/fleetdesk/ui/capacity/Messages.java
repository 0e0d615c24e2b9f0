package org.fleetdesk.ui.capacity;

import org.eclipse.osgi.util.NLS;

/** Texts of the Capacity view, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String capacity_all;
	public static String capacity_claimed;
	public static String capacity_empty;
	public static String capacity_filter;
	public static String capacity_requested;
	public static String capacity_unknown;
	public static String capacity_used;
	public static String column_cluster;
	public static String column_cpu;
	public static String column_gpu;
	public static String column_memory;
	public static String column_nodes;
	public static String column_pods;
	public static String column_state;
	public static String column_storage;
	public static String column_version;
	public static String cores;
	public static String devices;
	public static String nodes_ready;
	public static String pods_running;

	static {
		initializeMessages("org.fleetdesk.ui.capacity.messages", Messages.class);
	}

	private Messages() {
	}
}
