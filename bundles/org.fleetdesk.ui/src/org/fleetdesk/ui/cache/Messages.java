package org.fleetdesk.ui.cache;

import org.eclipse.osgi.util.NLS;

/** Texts about the cache, in messages.properties and its translations. */
final class Messages extends NLS {

	public static String cache_clear;
	public static String cache_description;
	public static String cache_failed;
	public static String cache_size;
	public static String cache_unusable;
	public static String cache_used;
	public static String cache_wrong;

	static {
		initializeMessages("org.fleetdesk.ui.cache.messages", Messages.class);
	}

	private Messages() {
	}
}
