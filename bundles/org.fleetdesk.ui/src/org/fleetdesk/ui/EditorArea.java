package org.fleetdesk.ui;

import java.util.stream.Stream;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PerspectiveAdapter;

/** Gives the place of the editors to the views while no editor is open. Lives as long as its window. */
final class EditorArea extends PerspectiveAdapter implements IPartListener2 {

	private EditorArea() {
	}

	/** Follows what is opened and closed in a window. */
	static void follow(IWorkbenchWindow window) {
		EditorArea area = new EditorArea();
		window.getPartService().addPartListener(area);
		window.addPerspectiveListener(area);
		Stream.of(window.getPages()).forEach(EditorArea::fit);
	}

	private static void fit(IWorkbenchPage page) {
		boolean open = page.getEditorReferences().length > 0;
		if (page.isEditorAreaVisible() != open) {
			page.setEditorAreaVisible(open);
		}
	}

	private static void fit(IWorkbenchPartReference reference) {
		if (reference.getPart(false) instanceof IEditorPart) {
			fit(reference.getPage());
		}
	}

	@Override
	public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
		fit(page);
	}

	@Override
	public void partOpened(IWorkbenchPartReference reference) {
		fit(reference);
	}

	@Override
	public void partClosed(IWorkbenchPartReference reference) {
		fit(reference);
	}
}
