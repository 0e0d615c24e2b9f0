package org.fleetdesk.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The perspective of daily work: the fleet on the left, objects in the middle. */
public final class OperatePerspective implements IPerspectiveFactory {

	static final String ID = "org.fleetdesk.ui.perspective.operate";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.addView(FleetView.ID, IPageLayout.LEFT, 0.22f, layout.getEditorArea());
		layout.addShowViewShortcut(FleetView.ID);
	}
}
