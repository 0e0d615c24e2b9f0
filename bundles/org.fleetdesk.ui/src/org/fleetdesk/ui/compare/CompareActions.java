package org.fleetdesk.ui.compare;

import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.actions.ActionFactory;

/** What the workbench's own commands and their keys do in a comparison. */
final class CompareActions {
	private CompareActions() {
	}

	/** The actions of an editor, by the ids of the commands they stand for. */
	static Map<String, IAction> of(CompareEditor editor) {
		Map<ActionFactory, Runnable> work = Map.of(ActionFactory.NEXT, () -> editor.move(1), ActionFactory.PREVIOUS,
				() -> editor.move(-1), ActionFactory.UNDO, editor::undo, ActionFactory.REDO, editor::redo,
				ActionFactory.REVERT, editor::revert, ActionFactory.REFRESH, editor::refresh, ActionFactory.COPY,
				editor::copyText, ActionFactory.SELECT_ALL, editor::selectAll);
		return work.entrySet().stream()
				.collect(Collectors.toMap(each -> each.getKey().getId(),
						each -> action(each.getKey(), each.getValue())));
	}

	private static IAction action(ActionFactory command, Runnable work) {
		Action action = new Action() {
			@Override
			public void run() {
				work.run();
			}
		};
		action.setActionDefinitionId(command.getCommandId()); // the menu has not all of them, and only it tells the workbench
		return action;
	}
}
