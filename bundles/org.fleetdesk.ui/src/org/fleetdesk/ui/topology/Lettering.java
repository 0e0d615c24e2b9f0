package org.fleetdesk.ui.topology;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * How large letters are, in points: places are found on threads that cannot measure a font. Immutable.
 *
 * @param width of a letter, as they come in names
 * @param height of a line
 */
public record Lettering(double width, double height) {
	private static final String NAMES = "storefront-checkout-7c9f8d6b54-x2v9k ConfigMap StatefulSet Ingress";
	private static final double WIDER = 1.15; // than the average, so that few names do not fit
	private static final int WIDE = 0x2e80; // from here on letters are twice as wide, as Chinese ones are

	/** The letters of a control; call it on the UI thread. */
	public static Lettering of(Control control) {
		GC gc = new GC(control);
		try {
			return new Lettering(WIDER * gc.textExtent(NAMES).x / NAMES.length(), gc.getFontMetrics().getHeight());
		} finally {
			gc.dispose();
		}
	}

	/** How many letters wide a text is. */
	static int letters(String text) {
		return text.chars().map(letter -> letter < WIDE ? 1 : 2).sum();
	}
}
