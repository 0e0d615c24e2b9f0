package org.fleetdesk.ui.marks;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import org.fleetdesk.core.fleet.Mark;

/** A bar of a cluster's colour across a part or dialog that touches it; not there where it has none. */
public final class MarkBar {
	private static final int HEIGHT = 4;
	private final Canvas bar;
	private Mark shown = Mark.NONE;

	/** A bar below what a parent with a grid layout of this many columns has so far. */
	public MarkBar(Composite parent, int columns) {
		bar = new Canvas(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(SWT.DEFAULT, HEIGHT).exclude(true)
				.applyTo(bar);
		bar.setVisible(false);
		bar.addPaintListener(event -> MarkLook.color(shown).ifPresent(color -> {
			event.gc.setBackground(new Color(color)); // painted, since the theme sets backgrounds
			event.gc.fillRectangle(bar.getClientArea());
		}));
	}

	/** Shows a mark's colour. */
	public void show(Mark mark, String cluster) {
		bar.setToolTipText(MarkLook.explained(mark, cluster));
		if (!mark.equals(shown)) {
			shown = mark;
			boolean there = MarkLook.color(mark).isPresent();
			if (bar.isVisible() != there) {
				((GridData) bar.getLayoutData()).exclude = !there;
				bar.setVisible(there);
				bar.getParent().layout();
			}
			bar.redraw();
		}
	}
}
