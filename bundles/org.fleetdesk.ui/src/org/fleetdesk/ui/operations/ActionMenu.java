package org.fleetdesk.ui.operations;

import java.util.List;
import java.util.Objects;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;

import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** The part of a menu that offers what can be done with the selected objects, each as it is, or with the reason why it cannot be. */
public final class ActionMenu extends CompoundContributionItem implements IWorkbenchContribution {
	private @Nullable IServiceLocator services;

	@Override
	public void initialize(IServiceLocator locator) {
		services = locator;
	}

	@Override
	protected IContributionItem[] getContributionItems() {
		IServiceLocator locator = Objects.requireNonNull(services);
		IWorkbenchWindow window = locator.getService(IWorkbenchWindow.class);
		List<ObjectRef> refs = Chosen.refs(window);
		return Offer.of(refs, locator.getService(Fleet.class), locator.getService(Actions.class)).stream()
				.map(offer -> new ActionContributionItem(item(offer, refs, window))).toArray(IContributionItem[]::new);
	}

	private Action item(Offer offer, List<ObjectRef> refs, IWorkbenchWindow window) {
		String title = offer.action().arguments().isEmpty()
				? offer.action().title()
				: NLS.bind(Messages.menu_asks, offer.action().title());
		String text = offer.reason().map(why -> NLS.bind(Messages.menu_not, title, why)).orElse(title);
		Action item = new Action(text.replace("&", "&&")) {
			@Override
			public void run() {
				new ActionRun(window, offer.action(), refs).start();
			}
		};
		item.setId("org.fleetdesk.ui.action." + offer.action().name());
		item.setToolTipText(offer.action().description());
		item.setEnabled(offer.reason().isEmpty());
		return item;
	}
}
