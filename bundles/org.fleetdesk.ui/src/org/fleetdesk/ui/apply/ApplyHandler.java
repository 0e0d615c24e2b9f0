package org.fleetdesk.ui.apply;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import org.jspecify.annotations.Nullable;

/** Opens texts to apply: a new one, or files; and applies the one in front. */
public final class ApplyHandler extends AbstractHandler {
	private static final String PREFIX = "org.fleetdesk.ui.command.";

	@Override
	public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		switch (event.getCommand().getId().substring(PREFIX.length())) {
			case "newYaml" -> open(window.getActivePage(), ApplyInput.untitled());
			case "openYamlFile" -> choose(window);
			case "applyYaml" -> {
				if (HandlerUtil.getActiveEditor(event) instanceof ApplyEditor editor) {
					editor.apply();
				}
			}
			default -> throw new ExecutionException(event.getCommand().getId());
		}
		return null;
	}

	private static void choose(IWorkbenchWindow window) {
		FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
		dialog.setText(Messages.open_title);
		dialog.setFilterExtensions(new String[]{"*.yaml;*.yml;*.json", "*"});
		if (dialog.open() != null) {
			for (String name : dialog.getFileNames()) {
				open(window.getActivePage(), ApplyInput.of(Path.of(dialog.getFilterPath()).resolve(name)));
			}
		}
	}

	/** Opens a text, or brings its editor to the front. */
	public static void open(IWorkbenchPage page, ApplyInput input) {
		try {
			page.openEditor(input, ApplyEditor.ID);
		} catch (PartInitException e) {
			throw new IllegalStateException(e); // the editor is ours and starts without failing
		}
	}
}
