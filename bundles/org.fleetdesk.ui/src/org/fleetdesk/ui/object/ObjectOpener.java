package org.fleetdesk.ui.object;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.table.FreshnessText;

/** Opens the editor of an object, or brings the one it has to the front. */
public final class ObjectOpener {
	private static final int FEW = 10;
	private static final int MOST = 50;

	private ObjectOpener() {
	}

	/**
	 * Opens the objects of what is selected at a page, each in an editor of its own; asks before it opens many, and then opens
	 * them one by one.
	 */
	public static <T> void open(IWorkbenchPage window, List<T> selected, Function<T, ObjectRef> object,
			ObjectPage page) {
		Shell shell = window.getWorkbenchWindow().getShell();
		if (selected.size() <= FEW) {
			selected.forEach(each -> open(window, object.apply(each), page));
		} else if (MessageDialog.openQuestion(shell, Messages.open_title, question(selected.size()))) {
			UiExecutor ui = UiExecutor.of(shell);
			selected.stream().limit(MOST).map(object).forEach(ref -> ui.execute(() -> open(window, ref, page)));
		}
	}

	private static String question(int count) {
		return count <= MOST
				? NLS.bind(Messages.open_many, count)
				: NLS.bind(Messages.open_first, FreshnessText.number(count), MOST);
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
