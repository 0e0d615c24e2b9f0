package org.fleetdesk.core.fleet;

import java.util.regex.Pattern;

/**
 * What a person has marked a cluster as.
 *
 * @param color the colour it is shown in, "#rrggbb", or empty for none
 * @param production whether a change of it needs its name typed
 * @param readOnly whether nothing of it may be changed from this workstation
 */
public record Mark(String color, boolean production, boolean readOnly) {
	private static final Pattern COLOR = Pattern.compile("(#[0-9a-f]{6})?");

	/** Not marked. */
	public static final Mark NONE = new Mark("", false, false);

	/** What a settings file or a person says; a colour that is none counts as none. */
	public Mark {
		String lower = color == null ? "" : color.toLowerCase(java.util.Locale.ROOT);
		color = COLOR.matcher(lower).matches() ? lower : "";
	}

	/** The same in another colour. */
	public Mark color(String other) {
		return new Mark(other, production, readOnly);
	}

	/** The same, production or not. */
	public Mark production(boolean wanted) {
		return new Mark(color, wanted, readOnly);
	}

	/** The same, read-only or not. */
	public Mark readOnly(boolean wanted) {
		return new Mark(color, production, wanted);
	}
}
