package org.fleetdesk.ui.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.FindReplaceAction;

/**
 * What the Edit menu and its keys do in a YAML text: undo, redo, cut, copy, paste, select all, find. Holds while the text is
 * in front, since an editor's other pages have their own. Belongs to the UI thread and to the editor.
 */
public final class TextActions {
	private static final Map<ActionFactory, Integer> OPERATIONS = Map.of(ActionFactory.UNDO, ITextOperationTarget.UNDO,
			ActionFactory.REDO, ITextOperationTarget.REDO, ActionFactory.CUT, ITextOperationTarget.CUT,
			ActionFactory.COPY, ITextOperationTarget.COPY, ActionFactory.PASTE, ITextOperationTarget.PASTE,
			ActionFactory.SELECT_ALL, ITextOperationTarget.SELECT_ALL);

	private final YamlPane pane;
	private final IActionBars bars;
	private final Map<String, IAction> actions = new LinkedHashMap<>();
	private final FindReplaceAction find;
	private boolean front;

	/**
	 * The actions of an editor for its text, not in front yet.
	 *
	 * @param editor gives the text's find target as an adapter
	 */
	public TextActions(IEditorPart editor, YamlPane pane) {
		this.pane = pane;
		bars = editor.getEditorSite().getActionBars();
		OPERATIONS.forEach((factory, operation) -> actions.put(factory.getId(), new Action() {
			@Override
			public void run() {
				pane.doOperation(operation);
				update();
			}
		}));
		find = new FindReplaceAction(ResourceBundle.getBundle("org.fleetdesk.ui.yaml.messages"), "find_", editor);
		actions.put(ActionFactory.FIND.getId(), find);
		pane.widget().addModifyListener(event -> update());
		pane.widget().addCaretListener(event -> update());
	}

	/** Says whether the text is in front now. */
	public void front(boolean now) {
		if (front != now) {
			front = now;
			actions.forEach((id, action) -> bars.setGlobalActionHandler(id, now ? action : null));
			bars.updateActionBars();
		}
		update();
	}

	private void update() {
		OPERATIONS.forEach(
				(factory, operation) -> actions.get(factory.getId()).setEnabled(pane.can(operation)));
		find.update();
	}
}
