package org.fleetdesk.ui.demo;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.ui.table.Palette;

/** A band above what comes from a demo cluster, which says so; not there otherwise. Belongs to the UI thread. */
public final class DemoBand {
	private final Composite band;
	private final Label text;
	private final Control styled;

	/**
	 * A hidden band in a parent with a grid layout.
	 *
	 * @param styled the text field whose colours the theme sets
	 */
	public DemoBand(Composite parent, Control styled) {
		this.styled = styled;
		band = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 3).applyTo(band);
		text = new Label(band, SWT.NONE);
		text.setText(Messages.band);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(band);
		band.setVisible(false);
	}

	/** Shows the band if one of the clusters is a demo. */
	public void show(List<Cluster> clusters) {
		boolean wanted = clusters.stream().anyMatch(Cluster::demo);
		GridData place = (GridData) band.getLayoutData();
		if (place.exclude == wanted) {
			place.exclude = !wanted;
			band.setVisible(wanted);
			themed();
			band.getParent().layout(true, true);
		}
	}

	/** Whether it is there. */
	public boolean shown() {
		return !((GridData) band.getLayoutData()).exclude;
	}

	/** Takes the theme's colours. */
	public void themed() {
		Palette palette = Palette.of(styled);
		for (Control control : List.of(band, text)) {
			control.setBackground(palette.notice());
			control.setForeground(palette.text());
		}
	}
}
