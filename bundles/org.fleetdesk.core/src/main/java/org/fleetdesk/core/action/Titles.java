package org.fleetdesk.core.action;

import org.fleetdesk.core.internal.Texts;

/** Texts of two lines: what something is called, and a sentence on it. */
final class Titles {
	private Titles() {
	}

	static String title(String key) {
		return Texts.text(key).lines().findFirst().orElse("");
	}

	static String description(String key) {
		return Texts.text(key).lines().skip(1).findFirst().orElse("");
	}
}
