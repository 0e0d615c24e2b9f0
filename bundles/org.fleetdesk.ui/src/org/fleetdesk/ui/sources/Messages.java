package org.fleetdesk.ui.sources;

import org.eclipse.osgi.util.NLS;

/** Texts about adding kubeconfigs, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String add_add;
	public static String add_browse;
	public static String add_byFile;
	public static String add_byText;
	public static String add_contexts;
	public static String add_failed;
	public static String add_filesHint;
	public static String add_good;
	public static String add_heading;
	public static String add_message;
	public static String add_noContexts;
	public static String add_noPath;
	public static String add_pasted;
	public static String add_someProblems;
	public static String add_title;
	public static String context_login;
	public static String context_name;
	public static String context_server;
	public static String findings_copy;
	public static String findings_message;
	public static String findings_subject;
	public static String findings_title;

	static {
		initializeMessages("org.fleetdesk.ui.sources.messages", Messages.class);
	}

	private Messages() {
	}
}
