package org.fleetdesk.ui.consent;

import org.eclipse.osgi.util.NLS;

/** Texts about consent, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String consent_always;
	public static String consent_command;
	public static String consent_context;
	public static String consent_no;
	public static String consent_note;
	public static String consent_once;
	public static String consent_question;
	public static String consent_source;
	public static String consent_title;
	public static String consents_description;
	public static String consents_failed;
	public static String consents_forget;
	public static String consents_forgetAll;
	public static String plugin_answer;
	public static String plugin_asks;
	public static String plugin_left;
	public static String plugin_send;
	public static String plugin_title;
	public static String plugin_visible;

	static {
		initializeMessages("org.fleetdesk.ui.consent.messages", Messages.class);
	}

	private Messages() {
	}
}
