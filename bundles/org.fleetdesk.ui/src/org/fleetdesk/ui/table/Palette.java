package org.fleetdesk.ui.table;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of tables and texts, derived from the two that the theme gives every text field: so they fit light, dark and
 * high contrast alike, and follow when the theme changes.
 *
 * @param background behind text
 * @param foreground text
 */
public record Palette(RGB background, RGB foreground) {
	private static final RGB BLUE = new RGB(0x2f, 0x80, 0xed);
	private static final RGB AMBER = new RGB(0xf2, 0xa9, 0x1c);
	private static final RGB RED = new RGB(0xe5, 0x48, 0x4d);
	private static final RGB GREEN = new RGB(0x2e, 0xa0, 0x5a);
	private static final RGB VIOLET = new RGB(0x9b, 0x59, 0xd0);

	/** The colours around a control that the theme has styled. */
	public static Palette of(Control styled) {
		return new Palette(styled.getBackground().getRGB(), styled.getForeground().getRGB());
	}

	/** Whether text is lighter than what is behind it. */
	public boolean dark() {
		return background.getHSB()[2] < foreground.getHSB()[2];
	}

	/** Behind headings. */
	public Color heading() {
		return mix(background, foreground, 0.09);
	}

	/** Lines between cells. */
	public Color grid() {
		return mix(background, foreground, 0.10);
	}

	/** Behind every second row. */
	public Color stripe() {
		return mix(background, foreground, 0.025);
	}

	/** Behind selected rows. */
	public Color selection() {
		return mix(background, BLUE, dark() ? 0.45 : 0.28);
	}

	/** Behind a row that just changed: from 1 (now) to 0 (not any more). */
	public Color changed(double strength, boolean odd) {
		return mix(odd ? stripe().getRGB() : background, AMBER, 0.4 * strength);
	}

	/** Behind a sentence that says what does not work. */
	public Color warning() {
		return mix(background, AMBER, 0.22);
	}

	/** Behind a sentence that is good to know. */
	public Color notice() {
		return mix(background, BLUE, 0.16);
	}

	/** Behind a line that comes. */
	public Color added() {
		return mix(background, GREEN, dark() ? 0.35 : 0.22);
	}

	/** Behind a line that goes. */
	public Color removed() {
		return mix(background, RED, dark() ? 0.35 : 0.2);
	}

	/** Text that matters less. */
	public Color faint() {
		return mix(background, foreground, 0.62);
	}

	/** Plain text. */
	public Color text() {
		return new Color(foreground);
	}

	/** Behind plain text. */
	public Color paper() {
		return new Color(background);
	}

	/** Links and keys. */
	public Color key() {
		return mix(foreground, BLUE, 0.75);
	}

	/** Quoted text. */
	public Color string() {
		return mix(foreground, GREEN, 0.7);
	}

	/** Numbers, booleans and null. */
	public Color number() {
		return mix(foreground, VIOLET, 0.7);
	}

	/** What is bad. */
	public Color bad() {
		return mix(foreground, RED, 0.75);
	}

	/** What is not as it should be. */
	public Color doubtful() {
		return mix(foreground, AMBER, 0.85);
	}

	private static Color mix(RGB from, RGB to, double share) {
		return new Color(mix(from.red, to.red, share), mix(from.green, to.green, share),
				mix(from.blue, to.blue, share));
	}

	private static int mix(int from, int to, double share) {
		return (int) Math.round(from + (to - from) * share);
	}
}
