package org.fleetdesk.kube.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The messages of one bundle, in the language of the program ({@link Locale#getDefault()} when it is made) where there is
 * a file of it, else in English. Files are {@code Messages.properties} and {@code Messages_zh.properties}, in UTF-8,
 * beside a class of the bundle. Immutable, safe for any thread.
 */
public final class MessageFile {
	private final ResourceBundle messages;

	/**
	 * The message file beside a class.
	 *
	 * @throws MissingResourceException if there is none
	 */
	public MessageFile(Class<?> beside) {
		messages = ResourceBundle.getBundle(beside.getPackageName() + ".Messages", Locale.getDefault(),
				beside.getClassLoader());
	}

	/**
	 * The message of a key, its places filled as {@link String#format} does in the root locale; without places it is
	 * taken as it is, percent signs included.
	 *
	 * @throws MissingResourceException if there is no such key
	 */
	public String text(String key, Object... places) {
		String pattern = messages.getString(key);
		return places.length == 0 ? pattern : String.format(Locale.ROOT, pattern, places);
	}
}
