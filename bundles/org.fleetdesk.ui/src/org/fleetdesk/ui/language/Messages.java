package org.fleetdesk.ui.language;

import org.eclipse.osgi.util.NLS;

/** Texts of the page about the language, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String language_chinese;
	public static String language_description;
	public static String language_english;
	public static String language_failed;
	public static String language_later;
	public static String language_note;
	public static String language_now;
	public static String language_question;
	public static String language_system;
	public static String language_title;

	static {
		initializeMessages("org.fleetdesk.ui.language.messages", Messages.class);
	}

	private Messages() {
	}
}
