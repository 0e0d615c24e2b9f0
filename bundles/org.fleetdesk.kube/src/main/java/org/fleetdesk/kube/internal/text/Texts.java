package org.fleetdesk.kube.internal.text;

import org.fleetdesk.kube.KubeException;
import org.fleetdesk.kube.text.MessageFile;

/** The messages of this bundle. */
public final class Texts {
	private static final MessageFile MESSAGES = new MessageFile(KubeException.class);

	private Texts() {
	}

	/** The message of a key, its places filled as {@link String#format} does. */
	public static String text(String key, Object... places) {
		return MESSAGES.text(key, places);
	}
}
