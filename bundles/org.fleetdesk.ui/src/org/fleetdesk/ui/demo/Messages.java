package org.fleetdesk.ui.demo;

import org.eclipse.osgi.util.NLS;

/** Texts about the demo clusters, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String band;
	public static String failed;
	public static String offer_about;
	public static String offer_starting;
	public static String offer_try;
	public static String settings_failed;
	public static String source;

	static {
		initializeMessages("org.fleetdesk.ui.demo.messages", Messages.class);
	}

	private Messages() {
	}
}
