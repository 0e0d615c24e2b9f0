package org.fleetdesk.ui.object;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.ui.table.Palette;

/** What stands above an object's pages: its name, and where it is and how true what is shown is. */
final class ObjectHeader {
	private final Text name;
	private final Label where;

	ObjectHeader(Composite parent) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 6).spacing(0, 2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		name = new Text(row, SWT.READ_ONLY);
		name.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		where = new Label(row, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).indent(3, 0).applyTo(where);
	}

	/** The field whose colours the theme sets. */
	Text styled() {
		return name;
	}

	void show(String title, String places) {
		if (!name.getText().equals(title)) {
			name.setText(title);
		}
		if (!where.getText().equals(places)) {
			where.setText(places);
			where.setToolTipText(places);
		}
	}

	/** Takes the theme's colours. */
	void themed() {
		where.setForeground(Palette.of(name).faint());
	}
}
