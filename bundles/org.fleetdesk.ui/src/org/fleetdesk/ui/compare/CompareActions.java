package org.fleetdesk.ui.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.FindReplaceAction;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.compare.Merge;

/** What the workbench's own commands and their keys do in a comparison. Belongs to the UI thread. */
final class CompareActions {
	private final Map<String, IAction> all = new HashMap<>();
	private final IAction undo;
	private final IAction redo;
	private final IAction revert;
	private final FindReplaceAction find;

	CompareActions(CompareEditor editor) {
		undo = action(ActionFactory.UNDO, editor::undo);
		redo = action(ActionFactory.REDO, editor::redo);
		revert = action(ActionFactory.REVERT, editor::revert);
		action(ActionFactory.NEXT, () -> editor.move(1));
		action(ActionFactory.PREVIOUS, () -> editor.move(-1));
		action(ActionFactory.REFRESH, editor::refresh);
		action(ActionFactory.COPY, editor::copyText);
		action(ActionFactory.SELECT_ALL, editor::selectAll);
		find = new FindReplaceAction(ResourceBundle.getBundle("org.fleetdesk.ui.yaml.messages"), "find_", editor);
		find.setActionDefinitionId(ActionFactory.FIND.getCommandId());
		all.put(ActionFactory.FIND.getId(), find);
		show(Merge.empty(false));
	}

	/** The actions, by the ids of the commands they stand for. */
	Map<String, IAction> all() {
		return Map.copyOf(all);
	}

	/** Those that change something can be done while there is something to change. */
	void show(Merge merge) {
		undo.setEnabled(merge.undoable());
		redo.setEnabled(merge.redoable());
		revert.setEnabled(merge.changed(Hand.LEFT) || merge.changed(Hand.RIGHT));
		find.update();
	}

	private IAction action(ActionFactory command, Runnable work) {
		Action action = new Action() {
			@Override
			public void run() {
				work.run();
			}
		};
		action.setActionDefinitionId(command.getCommandId()); // the menu has not all of them, and only it tells the workbench
		all.put(command.getId(), action);
		return action;
	}
}
