package org.fleetdesk.ui.marks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.viewers.StyledString.Styler;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.TextStyle;

import org.fleetdesk.core.fleet.Mark;

/** How a mark looks and what is said of it. Safe for any thread. */
public final class MarkLook {
	private static final String ALARM = "#d64545";
	private static final RGB WHITE = new RGB(255, 255, 255);
	private static final RGB BLACK = new RGB(0, 0, 0);

	private MarkLook() {
	}

	/** The colour of a cluster: its own, red where production has none. */
	public static Optional<RGB> color(Mark mark) {
		String text = mark.color().isEmpty() && mark.production() ? ALARM : mark.color();
		return text.isEmpty() ? Optional.empty() : Optional.of(rgb(text));
	}

	static RGB rgb(String text) {
		int value = Integer.parseInt(text.substring(1), 16);
		return new RGB(value >> 16, value >> 8 & 0xff, value & 0xff);
	}

	static String text(RGB rgb) {
		return String.format("#%02x%02x%02x", rgb.red, rgb.green, rgb.blue);
	}

	/** Black or white, whichever reads better on a colour. */
	public static Color on(RGB behind) {
		double light = 0.299 * behind.red + 0.587 * behind.green + 0.114 * behind.blue;
		return new Color(light > 140 ? BLACK : WHITE);
	}

	/** "production", "read-only", both, or nothing. */
	public static String words(Mark mark) {
		List<String> words = new ArrayList<>();
		if (mark.production()) {
			words.add(Messages.production);
		}
		if (mark.readOnly()) {
			words.add(Messages.read_only);
		}
		return String.join(", ", words);
	}

	/** The same with what it means, one sentence a line; empty if it is not marked. */
	public static String explained(Mark mark, String cluster) {
		List<String> lines = new ArrayList<>();
		if (mark.production()) {
			lines.add(NLS.bind(Messages.production_tip, cluster));
		}
		if (mark.readOnly()) {
			lines.add(NLS.bind(Messages.read_only_tip, cluster));
		}
		return String.join("\n", lines);
	}

	/** The words on the mark's colour. */
	public static Styler badge(Mark mark) {
		RGB behind = color(mark).orElse(rgb("#7d8590"));
		return new Styler() {
			@Override
			public void applyStyles(TextStyle style) {
				style.background = new Color(behind);
				style.foreground = on(behind);
			}
		};
	}
}
