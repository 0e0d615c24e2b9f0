package org.fleetdesk.ui.object;

import org.eclipse.osgi.util.NLS;

/** The texts of objects' pages, in messages.properties and its translations. */
final class Messages extends NLS {
	public static String ago;
	public static String annotations;
	public static String api_version;
	public static String binary;
	public static String conditions;
	public static String controller;
	public static String copy;
	public static String copy_all;
	public static String created;
	public static String cut;
	public static String cut_lines;
	public static String data;
	public static String deleted;
	public static String deleting;
	public static String events;
	public static String events_loading;
	public static String events_none;
	public static String finalizers;
	public static String hide;
	public static String labels;
	public static String live;
	public static String loading;
	public static String managed_fields;
	public static String metadata;
	public static String name;
	public static String namespace;
	public static String overview;
	public static String owner;
	public static String reveal;
	public static String status;
	public static String try_again;
	public static String uid;
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
