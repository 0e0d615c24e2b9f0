package org.fleetdesk.ui.support;

import org.eclipse.osgi.util.NLS;

/** Texts about diagnostics, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String diagnostics_copied;
	public static String diagnostics_failed;
	public static String diagnostics_title;

	static {
		initializeMessages("org.fleetdesk.ui.support.messages", Messages.class);
	}

	private Messages() {
	}
}
