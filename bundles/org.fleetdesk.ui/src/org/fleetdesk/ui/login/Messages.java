package org.fleetdesk.ui.login;

import org.eclipse.osgi.util.NLS;

/** Texts about logins, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String login_browser;
	public static String login_code;
	public static String login_copyAddress;
	public static String login_copyCode;
	public static String login_device;
	public static String login_issuer;
	public static String login_noBrowser;
	public static String login_open;
	public static String login_otherDevice;
	public static String login_page;
	public static String login_question;
	public static String login_title;
	public static String login_waiting;

	static {
		initializeMessages("org.fleetdesk.ui.login.messages", Messages.class);
	}

	private Messages() {
	}
}
