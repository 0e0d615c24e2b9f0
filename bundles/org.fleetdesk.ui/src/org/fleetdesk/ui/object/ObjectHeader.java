package org.fleetdesk.ui.object;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.ui.table.HealthMark;
import org.fleetdesk.ui.table.Palette;

/** What stands above an object's pages: its name, how it does, and where it is and how true what is shown is. */
final class ObjectHeader {
	private final Composite row;
	private final Text name;
	private final Composite mark;
	private final Label word;
	private final Label where;
	private Optional<Health> health = Optional.empty();

	ObjectHeader(Composite parent) {
		row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).margins(10, 6).spacing(4, 2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		name = new Text(row, SWT.READ_ONLY);
		name.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(name);
		mark = new Composite(row, SWT.NO_FOCUS); // to a Canvas the dark theme gives another colour than to the row
		mark.addPaintListener(event -> health.ifPresent(h -> HealthMark.draw(event.gc, h,
				0, (mark.getSize().y - HealthMark.SIZE) / 2, Palette.of(name))));
		GridDataFactory.fillDefaults().hint(HealthMark.SIZE + 2, HealthMark.SIZE).indent(3, 0)
				.align(SWT.CENTER, SWT.FILL).exclude(true).applyTo(mark);
		word = new Label(row, SWT.NONE);
		GridDataFactory.fillDefaults().exclude(true).applyTo(word);
		where = new Label(row, SWT.NONE);
		GridDataFactory.fillDefaults().span(3, 1).grab(true, false).indent(3, 0).applyTo(where);
		mark.setVisible(false);
		word.setVisible(false);
	}

	/** The field whose colours the theme sets. */
	Text styled() {
		return name;
	}

	void show(String title, String places, Optional<Health> newest) {
		if (!name.getText().equals(title)) {
			name.setText(title);
		}
		if (!where.getText().equals(places)) {
			where.setText(places);
			where.setToolTipText(places);
		}
		if (!newest.equals(health)) {
			health = newest;
			word.setText(newest.map(HealthMark::word).orElse(""));
			String tip = newest.map(HealthMark::sentence).orElse(""); // empty is none
			word.setToolTipText(tip);
			mark.setToolTipText(tip);
			themed();
			there(mark);
			there(word);
			((GridData) where.getLayoutData()).horizontalSpan = newest.isPresent() ? 1 : 3;
			row.layout();
			mark.redraw();
		}
	}

	private void there(Control control) {
		control.setVisible(health.isPresent());
		((GridData) control.getLayoutData()).exclude = health.isEmpty();
	}

	/** How the object does in words, empty if nobody knows; for tests. */
	String word() {
		return word.getText();
	}

	/** Takes the theme's colours. */
	void themed() {
		Palette palette = Palette.of(name);
		where.setForeground(palette.faint());
		health.ifPresent(h -> word.setForeground(HealthMark.color(h, palette)));
	}
}
