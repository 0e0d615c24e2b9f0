package org.fleetdesk.ui.compare;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.table.Palette;

/** What stands above a side: what it is, where, of when, and the button that brings it there. Belongs to the UI thread. */
final class SideHead {
	private final Text title;
	private final Label place;
	private final Button save;
	private final MarkBar bar;

	SideHead(Composite parent, String button, Runnable work) {
		Composite column = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(column);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(column);
		bar = new MarkBar(column, 1);
		Composite row = new Composite(column, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 3).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		Composite words = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(words);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
		title = new Text(words, SWT.READ_ONLY);
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(title);
		place = new Label(words, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).indent(3, 0).applyTo(place);
		save = new Button(row, SWT.PUSH);
		save.setText(button);
		save.setEnabled(false);
		save.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> work.run()));
	}

	/** Says what it is; {@code changed} if something was taken over to it. */
	void show(String words, String where, Mark mark, boolean changed) {
		String shown = changed ? "* " + words : words;
		if (!title.getText().equals(shown)) {
			title.setText(shown);
			title.setToolTipText(words);
		}
		if (!place.getText().equals(where)) {
			place.setText(where);
			place.setToolTipText(where);
		}
		bar.show(mark, where);
		save.setEnabled(changed);
	}

	/** The field whose colours the theme sets. */
	Text styled() {
		return title;
	}

	void themed() {
		place.setForeground(Palette.of(title).faint());
	}
}
