package org.fleetdesk.ui;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.views.IViewDescriptor;

/**
 * Names what the workbench restored in the language of this process: it keeps perspectives, and views that were not shown
 * since, under the names of the language in which it last ran. Runs on the UI thread.
 */
final class RestoredNames {
	private RestoredNames() {
	}

	/** Renames what has another name by now. */
	static void renew(IWorkbench workbench) {
		MApplication application = workbench.getService(MApplication.class);
		EModelService model = workbench.getService(EModelService.class);
		for (MPerspective perspective : model.findElements(application, null, MPerspective.class, null)) {
			IPerspectiveDescriptor known = workbench.getPerspectiveRegistry()
					.findPerspectiveWithId(perspective.getElementId());
			if (known != null && !known.getLabel().equals(perspective.getLabel())) {
				perspective.setLabel(known.getLabel());
			}
		}
		for (MPart part : model.findElements(application, null, MPart.class, null)) {
			IViewDescriptor known = workbench.getViewRegistry().find(part.getElementId().split(":", 2)[0]);
			if (known != null && part.getObject() == null && !known.getLabel().equals(part.getLabel())) {
				part.setLabel(known.getLabel());
			}
		}
	}
}
