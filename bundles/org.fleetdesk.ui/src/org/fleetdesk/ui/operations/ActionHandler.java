package org.fleetdesk.ui.operations;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.object.ObjectRef;

import org.jspecify.annotations.Nullable;

/** Does an action of the catalogue, named by the command's parameter, with the selected objects. */
public final class ActionHandler extends AbstractHandler {
	/** The command's parameter, the action's name. */
	private static final String PARAMETER = "org.fleetdesk.ui.parameter.action";

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		String name = event.getParameter(PARAMETER);
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		Optional<Action> action = Optional.ofNullable(name).flatMap(window.getService(Actions.class)::find);
		List<ObjectRef> refs = Chosen.refs(event);
		action.ifPresent(known -> refusal(known, refs, window).ifPresentOrElse(
				sentence -> Said.problem(window, sentence), () -> new ActionRun(window, known, refs).start()));
		return null;
	}

	/** Why an action cannot be done with objects, in a sentence. */
	private static Optional<String> refusal(Action action, List<ObjectRef> refs, IWorkbenchWindow window) {
		if (refs.isEmpty()) {
			return Optional.of(NLS.bind(Messages.not_selected, action.title()));
		}
		return Offer.of(refs, window.getService(Fleet.class), window.getService(Actions.class)).stream()
				.filter(offer -> offer.action().name().equals(action.name())).findFirst()
				.map(offer -> offer.reason().map(why -> NLS.bind(Messages.not_now, action.title(), why)))
				.orElse(Optional.of(NLS.bind(Messages.not_suiting, action.title(), refs.getFirst().kind())));
	}
}
