package org.fleetdesk.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The tree of clusters. */
public final class FleetView extends ViewPart {

	static final String ID = "org.fleetdesk.ui.view.fleet";

	private Label label;

	@Override
	public void createPartControl(Composite parent) {
		label = new Label(parent, SWT.WRAP);
		label.setText(Messages.fleet_empty);
	}

	@Override
	public void setFocus() {
		label.setFocus();
	}
}
