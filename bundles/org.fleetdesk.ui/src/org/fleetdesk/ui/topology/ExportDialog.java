package org.fleetdesk.ui.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Asks where a drawing is to be written, and as what. Belongs to the UI thread. */
final class ExportDialog {
	private ExportDialog() {
	}

	/** A file, named as SVG or PNG; empty if there is to be none. */
	static Optional<Path> ask(Shell shell, String name) {
		FileDialog dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setFilterExtensions(new String[]{"*.svg", "*.png"});
		dialog.setFilterNames(new String[]{Messages.export_svg, Messages.export_png});
		dialog.setFileName(name + ".svg");
		dialog.setOverwrite(true);
		String chosen = dialog.open();
		if (chosen == null) {
			return Optional.empty();
		} else if (chosen.matches("(?i).*\\.(svg|png)")) {
			return Optional.of(Path.of(chosen));
		}
		Path ended = Path.of(chosen + (dialog.getFilterIndex() == 1 ? ".png" : ".svg"));
		return Optional.of(ended).filter(file -> !Files.exists(file) || MessageDialog.openQuestion(shell,
				Messages.export_replace_title, NLS.bind(Messages.export_replace, file)));
	}
}
