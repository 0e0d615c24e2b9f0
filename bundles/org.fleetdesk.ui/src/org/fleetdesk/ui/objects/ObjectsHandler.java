package org.fleetdesk.ui.objects;

import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

import org.fleetdesk.ui.object.ObjectPage;

import org.jspecify.annotations.Nullable;

/** The commands of the Objects view, each one line; a command given elsewhere goes to the Objects view, opened if need be. */
public final class ObjectsHandler extends AbstractHandler implements IElementUpdater {
	private static final String PREFIX = "org.fleetdesk.ui.command.";
	private static final String PIN = PREFIX + "pinObjects";
	private static final Map<String, Consumer<ObjectsView>> COMMANDS = Map.ofEntries(
			Map.entry("filterObjects", ObjectsView::focusFilter),
			Map.entry("clearFilter", view -> view.filter("")),
			Map.entry("chooseKind", ObjectsView::chooseKind),
			Map.entry("chooseClusters", ObjectsView::chooseClusters),
			Map.entry("chooseNamespaces", ObjectsView::chooseNamespaces),
			Map.entry("chooseColumns", ObjectsView::chooseColumns),
			Map.entry("chooseSelectors", ObjectsView::chooseSelectors),
			Map.entry("chooseView", view -> view.views().choose()),
			Map.entry("saveView", view -> view.views().save()),
			Map.entry("openObject", view -> view.actions().open(ObjectPage.OVERVIEW)),
			Map.entry("openYaml", view -> view.actions().open(ObjectPage.YAML)),
			Map.entry("openEvents", view -> view.actions().open(ObjectPage.EVENTS)),
			Map.entry("deleteObjects", view -> view.actions().delete()),
			Map.entry("copyLines", view -> view.actions().copy()),
			Map.entry("copyNames", view -> view.actions().copyNames()),
			Map.entry("copyCell", view -> view.actions().copyCell()),
			Map.entry("copyYaml", view -> view.actions().copyYaml()),
			Map.entry("exportObjects", view -> view.actions().export()),
			Map.entry("refreshObjects", ObjectsView::refresh),
			Map.entry("pinObjects", view -> view.pin(!view.state().pinned())),
			Map.entry("newObjectsView", ObjectsHandler::another));

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		Consumer<ObjectsView> command = COMMANDS.get(event.getCommand().getId().substring(PREFIX.length()));
		if (command == null) {
			throw new ExecutionException("no such command of the Objects view: " + event.getCommand().getId());
		}
		command.accept(view(event));
		if (event.getCommand().getId().equals(PIN)) {
			HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ICommandService.class).refreshElements(PIN,
					null);
		}
		return null;
	}

	private static ObjectsView view(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getActivePart(event) instanceof ObjectsView active) {
			return active;
		}
		try {
			IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
			return (ObjectsView) page.showView(ObjectsView.ID);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}

	private static void another(ObjectsView view) {
		try {
			IViewPart fresh = view.getSite().getPage().showView(ObjectsView.ID, UUID.randomUUID().toString(),
					IWorkbenchPage.VIEW_ACTIVATE);
			((ObjectsView) fresh).ask(view.state().pin(true));
		} catch (PartInitException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		IWorkbenchPage page = element.getServiceLocator().getService(IWorkbenchPage.class);
		element.setChecked(page != null && page.getActivePart() instanceof ObjectsView view && view.state().pinned());
	}
}
