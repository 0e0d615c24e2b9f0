package org.fleetdesk.ui.object;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Opens the editor of an object, or brings the one it has to the front. */
public final class ObjectOpener {
	private ObjectOpener() {
	}

	/** Opens an object at a page. */
	public static void open(IWorkbenchPage window, ObjectRef ref, ObjectPage page) {
		try {
			IEditorPart editor = window.openEditor(new ObjectInput(ref, page), ObjectEditor.ID);
			if (editor instanceof ObjectEditor object) {
				object.turnTo(page);
			}
		} catch (PartInitException e) {
			throw new IllegalStateException(e); // the editor is ours and starts without failing
		}
	}
}
