package org.fleetdesk.ui.journal;

import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.ui.operations.Chosen;

import org.jspecify.annotations.Nullable;

/** The commands of the Operations view, each one line; a command given elsewhere goes to the view, opened if need be. */
public final class OperationsHandler extends AbstractHandler {
	private static final String PREFIX = "org.fleetdesk.ui.command.";
	private static final String OF_THIS = "operationsOf";
	private static final Map<String, Consumer<OperationsView>> COMMANDS = Map.of(
			"filterOperations", OperationsView::focusText,
			"clearOperationsFilter", OperationsView::clear,
			"openOperationObject", OperationsView::open,
			"onlyOperationsOfThis", OperationsView::onlyThis,
			"undoOperation", OperationsView::undo,
			"copyOperations", OperationsView::copy,
			"showAsKubectl", OperationsView::showKubectl,
			"exportOperations", OperationsView::export,
			"refreshOperations", OperationsView::refresh);

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		String name = event.getCommand().getId().substring(PREFIX.length());
		if (name.equals(OF_THIS)) {
			Chosen.refs(event).stream().findFirst().ifPresent(view(event)::about);
			return null;
		}
		Consumer<OperationsView> command = COMMANDS.get(name);
		if (command == null) {
			throw new ExecutionException("no such command of the Operations view: " + name);
		}
		command.accept(view(event));
		return null;
	}

	private static OperationsView view(ExecutionEvent event) throws ExecutionException {
		if (HandlerUtil.getActivePart(event) instanceof OperationsView active) {
			return active;
		}
		try {
			return (OperationsView) HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage()
					.showView(OperationsView.ID);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}
}
