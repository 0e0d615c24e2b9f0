package org.fleetdesk.ui.table;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/**
 * A band above a view that says what does not work, with a link to do something about it; not there while there is nothing
 * to say. Belongs to the UI thread.
 */
public final class TroubleBar {
	private static final int MOST_LINES = 4;

	private final Composite bar;
	private final Text text;
	private final Link link;
	private final Control styled;
	private List<String> shown = List.of();

	/**
	 * A hidden band in a parent with a grid layout.
	 *
	 * @param styled the text field whose colours the theme sets
	 * @param action what the link says
	 */
	public TroubleBar(Composite parent, Control styled, String action, Runnable work) {
		this.styled = styled;
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 5).spacing(12, 0).applyTo(bar);
		text = new Text(bar, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT)
				.applyTo(text);
		link = new Link(bar, SWT.NONE);
		link.setText("<a>" + action + "</a>");
		link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> work.run()));
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(link);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
		bar.setVisible(false);
	}

	/**
	 * Says these sentences, or nothing.
	 *
	 * @param remediable whether the link helps against any of it
	 */
	public void show(List<String> sentences, boolean remediable) {
		if (shown.equals(sentences) && link.getVisible() == remediable) {
			return;
		}
		link.setVisible(remediable);
		((GridData) link.getLayoutData()).exclude = !remediable;
		shown = List.copyOf(sentences);
		List<String> lines = sentences.size() <= MOST_LINES
				? sentences
				: java.util.stream.Stream.concat(sentences.stream().limit(MOST_LINES - 1L),
						java.util.stream.Stream.of("+ " + (sentences.size() - MOST_LINES + 1))).toList();
		text.setText(String.join("\n", lines));
		text.setToolTipText(lines.size() == sentences.size() ? null : String.join("\n", sentences));
		((GridData) bar.getLayoutData()).exclude = sentences.isEmpty();
		bar.setVisible(!sentences.isEmpty());
		themed();
		bar.getParent().layout(true, true);
	}

	/** What it says. */
	public List<String> sentences() {
		return shown;
	}

	/** Whether there is a link to do something about it. */
	public boolean remediable() {
		return link.getVisible();
	}

	/** Takes the theme's colours. */
	public void themed() {
		Palette palette = Palette.of(styled);
		for (Control control : List.of(bar, text, link)) {
			control.setBackground(palette.warning());
			control.setForeground(palette.text());
		}
		link.setLinkForeground(palette.key());
	}
}
