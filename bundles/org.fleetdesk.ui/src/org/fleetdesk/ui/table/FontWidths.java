package org.fleetdesk.ui.table;

import org.eclipse.swt.graphics.GC;

/**
 * How wide texts are in a font, to within a point or two: each character of ASCII is measured once, all others when they come.
 * Belongs to the UI thread.
 */
final class FontWidths {
	private static final int ASCII = 128;
	private static final int SAMPLE = 16; // characters measured at once, since a single one is rounded

	private final float[] widths = new float[ASCII];
	private final int height;

	/** Of the font that a GC has. */
	FontWidths(GC gc) {
		height = gc.getFontMetrics().getHeight();
	}

	/** The height of a line, in points. */
	int height() {
		return height;
	}

	/** The width of a text, in points; the GC has the font. */
	int width(GC gc, String text) {
		float sum = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c >= ASCII || c < ' ') {
				return gc.textExtent(text).x;
			}
			sum += width(gc, c);
		}
		return (int) Math.ceil(sum);
	}

	/** As much of a text's beginning as fits; the GC has the font. */
	String beginning(GC gc, String text, int room) {
		int fits = 0;
		int most = Math.min(text.length(), Math.max(0, room)); // no character is narrower than a point
		while (fits < most) {
			int half = (fits + most + 1) / 2;
			if (width(gc, text.substring(0, half)) <= room) {
				fits = half;
			} else {
				most = half - 1;
			}
		}
		int end = fits > 0 && Character.isHighSurrogate(text.charAt(fits - 1)) ? fits - 1 : fits;
		return text.substring(0, end);
	}

	private float width(GC gc, char c) {
		if (widths[c] == 0) {
			widths[c] = (float) gc.textExtent(String.valueOf(c).repeat(SAMPLE)).x / SAMPLE;
		}
		return widths[c];
	}
}
