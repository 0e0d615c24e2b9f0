package org.fleetdesk.ui.search;

import java.time.ZoneId;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputerExtension;
import org.eclipse.ui.quickaccess.QuickAccessElement;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.search.Found;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.core.search.Search;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.table.FreshnessText;

/** Objects, lists and clusters of the fleet in Quick Access. Asked on a thread of the workbench's own. */
public final class FoundObjects implements IQuickAccessComputerExtension {
	private static final int MOST = 20;
	private static final int SHORTEST = 2;
	private static final QuickAccessElement[] NONE = {};

	@Override
	public QuickAccessElement[] computeElements() {
		return NONE;
	}

	@Override
	public QuickAccessElement[] computeElements(String query, IProgressMonitor monitor) {
		if (query.strip().length() < SHORTEST) {
			return NONE;
		}
		IWorkbench workbench = PlatformUI.getWorkbench();
		List<Hit> hits = workbench.getService(Search.class).find(query, MOST, monitor::isCanceled, early -> {
			// Quick Access takes one answer
		}).map(Found::hits).orElse(List.of());
		HitText text = new HitText(
				new FreshnessText(ZoneId.systemDefault(), workbench.getService(Background.class).clock().instant()));
		return hits.stream().map(hit -> new Element(workbench, hit, text.line(hit), query))
				.toArray(QuickAccessElement[]::new);
	}

	@Override
	public void resetState() {
		// every question is asked anew
	}

	@Override
	public boolean needsRefresh() {
		return true;
	}

	private static final class Element extends QuickAccessElement {
		private final IWorkbench workbench;
		private final Hit hit;
		private final String label;
		private final String query;

		private Element(IWorkbench workbench, Hit hit, String label, String query) {
			this.workbench = workbench;
			this.hit = hit;
			this.label = label;
			this.query = query;
		}

		@Override
		public String getLabel() {
			return label;
		}

		/** Quick Access looks for the words again, and they may have been found in a label or an address. */
		@Override
		public String getMatchLabel() {
			return label + ' ' + query;
		}

		@Override
		public ImageDescriptor getImageDescriptor() {
			return HitText.icon(hit);
		}

		@Override
		public String getId() {
			return label;
		}

		@Override
		public void execute() {
			new HitOpener(workbench.getActiveWorkbenchWindow()).open(hit, ObjectPage.OVERVIEW);
		}
	}
}
