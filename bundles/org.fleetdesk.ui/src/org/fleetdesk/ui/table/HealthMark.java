package org.fleetdesk.ui.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;

import org.fleetdesk.core.kinds.Health;

/** How an object does as people see it: a shape and a colour for each way, a word, and a sentence. Belongs to the UI thread. */
public final class HealthMark {
	/** How wide and how high a mark is, in points. */
	public static final int SIZE = 9;

	private HealthMark() {
	}

	/** Draws the mark of a health with its upper left corner at a place; the context is afterwards as before. */
	public static void draw(GC gc, Health health, int x, int y, Palette palette) {
		Color foreground = gc.getForeground();
		Color background = gc.getBackground();
		int antialias = gc.getAntialias();
		int width = gc.getLineWidth();
		gc.setAntialias(SWT.ON);
		Color color = color(health, palette);
		gc.setForeground(color);
		gc.setBackground(color);
		gc.setLineWidth(2);
		int last = SIZE - 1;
		int middle = SIZE / 2;
		switch (health) {
			case FAILED -> {
				gc.drawLine(x + 1, y + 1, x + last - 1, y + last - 1);
				gc.drawLine(x + 1, y + last - 1, x + last - 1, y + 1);
			}
			case WARNING -> gc.fillPolygon(new int[]{x + middle, y, x + SIZE, y + SIZE, x - 1, y + SIZE});
			case PROGRESSING -> gc.drawArc(x + 1, y + 1, SIZE - 2, SIZE - 2, 90, -270);
			case UNKNOWN -> gc.drawPolygon(
					new int[]{x + middle, y, x + last, y + middle, x + middle, y + last, x, y + middle});
			case IDLE -> gc.drawLine(x + 1, y + middle, x + last - 1, y + middle);
			case HEALTHY -> gc.fillOval(x + 1, y + 1, SIZE - 2, SIZE - 2);
		}
		gc.setLineWidth(width);
		gc.setAntialias(antialias);
		gc.setForeground(foreground);
		gc.setBackground(background);
	}

	/** Its colour. */
	public static Color color(Health health, Palette palette) {
		return switch (health) {
			case FAILED -> palette.bad();
			case WARNING -> palette.doubtful();
			case PROGRESSING -> palette.key();
			case UNKNOWN, IDLE -> palette.faint();
			case HEALTHY -> palette.string();
		};
	}

	/** In one word. */
	public static String word(Health health) {
		return switch (health) {
			case FAILED -> Messages.health_failed;
			case WARNING -> Messages.health_warning;
			case PROGRESSING -> Messages.health_progressing;
			case UNKNOWN -> Messages.health_unknown;
			case IDLE -> Messages.health_idle;
			case HEALTHY -> Messages.health_healthy;
		};
	}

	/** In a sentence, for tips. */
	public static String sentence(Health health) {
		return switch (health) {
			case FAILED -> Messages.health_failed_tip;
			case WARNING -> Messages.health_warning_tip;
			case PROGRESSING -> Messages.health_progressing_tip;
			case UNKNOWN -> Messages.health_unknown_tip;
			case IDLE -> Messages.health_idle_tip;
			case HEALTHY -> Messages.health_healthy_tip;
		};
	}
}
