package org.fleetdesk.ui.events;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.search.Hit;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** The commands of the Events view, each one line; a command given elsewhere goes to the view, opened if need be. */
public final class EventsHandler extends AbstractHandler implements IElementUpdater {
	private static final String PREFIX = "org.fleetdesk.ui.command.";
	private static final String OF_THIS = "eventsOf";
	private static final Map<String, Consumer<EventsView>> COMMANDS = Map.ofEntries(
			Map.entry("filterEvents", EventsView::focusFilter),
			Map.entry("clearEventsFilter", view -> view.filter("")),
			Map.entry("warningsOnly", view -> view.warningsOnly(!view.state().warnings())),
			Map.entry("openInvolved", view -> view.open(ObjectPage.OVERVIEW)),
			Map.entry("openEvent", EventsView::openEvents),
			Map.entry("onlyThisObject", EventsView::onlyThis),
			Map.entry("copyEvents", EventsView::copy),
			Map.entry("copyMessages", EventsView::copyMessages),
			Map.entry("refreshEvents", EventsView::refresh),
			Map.entry("pinEvents", view -> view.ask(view.state().pin(!view.state().pinned()))));

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		String id = event.getCommand().getId();
		String name = id.substring(PREFIX.length());
		if (name.equals(OF_THIS)) {
			ObjectRef object = selected(event);
			if (object != null) {
				view(event).about(object);
			}
			return null;
		}
		Consumer<EventsView> command = COMMANDS.get(name);
		if (command == null) {
			throw new ExecutionException("no such command of the Events view: " + id);
		}
		command.accept(view(event));
		HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ICommandService.class).refreshElements(id, null);
		return null;
	}

	private static @Nullable ObjectRef selected(ExecutionEvent event) {
		Object first = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection some
				? some.getFirstElement()
				: null;
		return switch (first) {
			case Line line -> ObjectRef.of(line);
			case Hit.OfObject hit -> new ObjectRef(hit.cluster().id(), KindKey.of(hit.type()), hit.type().kind(),
					hit.row().namespace(), hit.row().name());
			case null, default -> null;
		};
	}

	private static EventsView view(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getActivePart(event) instanceof EventsView active) {
			return active;
		}
		try {
			return (EventsView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
					.showView(EventsView.ID);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}

	@Override
	public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
		IWorkbenchPage page = element.getServiceLocator().getService(IWorkbenchPage.class);
		element.setChecked(page != null && page.findView(EventsView.ID) instanceof EventsView view
				&& view.state().pinned());
	}
}
