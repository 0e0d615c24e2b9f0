package org.fleetdesk.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;

import org.fleetdesk.ui.capacity.CapacityView;
import org.fleetdesk.ui.events.EventsView;
import org.fleetdesk.ui.fleet.FleetView;
import org.fleetdesk.ui.fleet.ObjectList;
import org.fleetdesk.ui.journal.OperationsView;
import org.fleetdesk.ui.search.SearchView;
import org.fleetdesk.ui.topology.TopologyView;
import org.fleetdesk.ui.welcome.WelcomeView;

/** The perspective of daily work: the fleet on the left, objects beside it, an opened object below them. */
public final class OperatePerspective implements IPerspectiveFactory {
	static final String ID = "org.fleetdesk.ui.perspective.operate";
	private static final String LOG = "org.eclipse.pde.runtime.LogView";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();
		layout.addView(FleetView.ID, IPageLayout.LEFT, 0.24f, editors);
		// before the lists, so that these share a sash with the editors and take their place while there are none
		IPlaceholderFolderLayout below = layout.createPlaceholderFolder("below", IPageLayout.BOTTOM, 0.7f, editors);
		below.addPlaceholder(OperationsView.ID);
		below.addPlaceholder(EventsView.ID);
		below.addPlaceholder(SearchView.ID);
		below.addPlaceholder(LOG);
		IFolderLayout lists = layout.createFolder("lists", IPageLayout.TOP, 0.5f, editors);
		lists.addView(WelcomeView.ID);
		lists.addView(ObjectList.VIEW);
		lists.addPlaceholder(ObjectList.VIEW + ":*");
		lists.addPlaceholder(CapacityView.ID);
		lists.addPlaceholder(TopologyView.ID);
		layout.setEditorAreaVisible(false);
		layout.addShowViewShortcut(FleetView.ID);
		layout.addShowViewShortcut(ObjectList.VIEW);
		layout.addShowViewShortcut(CapacityView.ID);
		layout.addShowViewShortcut(EventsView.ID);
		layout.addShowViewShortcut(OperationsView.ID);
		layout.addShowViewShortcut(SearchView.ID);
		layout.addShowViewShortcut(TopologyView.ID);
		layout.addShowViewShortcut(WelcomeView.ID);
		layout.addShowViewShortcut(LOG);
		layout.addPerspectiveShortcut(ID);
	}
}
