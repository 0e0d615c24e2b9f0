package org.fleetdesk.ui.secrets;

import org.eclipse.osgi.util.NLS;

/** Texts about where secrets are kept, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String secrets_description;
	public static String secrets_failed;
	public static String secrets_file;
	public static String secrets_file_note;
	public static String secrets_keyring;
	public static String secrets_keyring_none;
	public static String secrets_keyring_note;
	public static String secrets_memory;
	public static String secrets_memory_note;

	static {
		initializeMessages("org.fleetdesk.ui.secrets.messages", Messages.class);
	}

	private Messages() {
	}
}
