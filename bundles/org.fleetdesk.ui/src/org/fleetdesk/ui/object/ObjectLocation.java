package org.fleetdesk.ui.object;

import org.eclipse.ui.IMemento;
import org.eclipse.ui.INavigationLocation;
import org.eclipse.ui.NavigationLocation;

/** A page of an object in the history of where somebody was: back and forward lead to it. Belongs to the UI thread. */
final class ObjectLocation extends NavigationLocation {
	private ObjectPage page;

	/** The page in front. */
	ObjectLocation(ObjectEditor editor) {
		super(editor);
		page = editor.page();
	}

	@Override
	public void restoreLocation() {
		if (getEditorPart() instanceof ObjectEditor editor) {
			editor.turnTo(page);
		}
	}

	@Override
	public boolean mergeInto(INavigationLocation current) {
		return current instanceof ObjectLocation other && page == other.page && getInput() != null
				&& getInput().equals(other.getInput());
	}

	@Override
	public void update() {
		// every page that is turned to is a place of its own
	}

	@Override
	public void saveState(IMemento memento) {
		memento.putString("page", page.name());
	}

	@Override
	public void restoreState(IMemento memento) {
		page = ObjectInput.page(memento.getString("page"));
	}
}
