package org.fleetdesk.ui.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.document.Document;
import org.fleetdesk.core.document.Documents;
import org.fleetdesk.core.document.TextFile;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.ui.Failures;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.object.ObjectRef;

/** Opens comparisons, after asking for what is not said. Used on the UI thread; files are read on other threads. */
public final class CompareOpener {
	private CompareOpener() {
	}

	/** Opens a comparison, or brings the one there is to the front. */
	public static void open(IWorkbenchPage page, SideRef left, SideRef right) {
		try {
			page.openEditor(new CompareInput(left, right), CompareEditor.ID);
		} catch (PartInitException e) {
			throw new IllegalStateException(e); // the editor is ours and starts without failing
		}
	}

	/** Asks what an object is compared with. */
	static void with(IWorkbenchWindow window, ObjectRef ref) {
		try (Candidates candidates = new Candidates(ref, window.getService(Fleet.class),
				window.getService(Background.class))) {
			CompareWithDialog dialog = new CompareWithDialog(window.getShell(), ref, candidates);
			switch (dialog.open()) {
				case Window.OK -> dialog.picked().ifPresent(other -> open(window.getActivePage(),
						new SideRef.OfObject(ref), new SideRef.OfObject(other)));
				case CompareWithDialog.FILE -> file(window, Messages.file_title).ifPresent(
						file -> open(window.getActivePage(), new SideRef.OfFile(file, 0), new SideRef.OfObject(ref)));
				default -> {
					// nothing was picked
				}
			}
		}
	}

	/** Asks for two files, or the same one twice, and where they have several documents for those. */
	static void files(IWorkbenchWindow window) {
		file(window, Messages.first_title).ifPresent(first -> document(window, first, left -> file(window,
				Messages.second_title).ifPresent(
						second -> document(window, second,
								right -> open(window.getActivePage(), left, right)))));
	}

	private static Optional<Path> file(IWorkbenchWindow window, String title) {
		FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
		dialog.setText(title);
		dialog.setFilterExtensions(new String[]{"*.yaml;*.yml;*.json", "*"});
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** Reads a file and asks for one of its documents if it has several. */
	private static void document(IWorkbenchWindow window, Path file, Consumer<SideRef> then) {
		UiExecutor ui = UiExecutor.of(window.getShell());
		window.getService(Background.class).threads().newThread(() -> {
			try {
				List<Document> documents = Documents.parse(TextFile.read(file)).documents();
				ui.execute(() -> {
					if (documents.size() < 2) {
						then.accept(new SideRef.OfFile(file, 1));
					} else {
						DocumentDialog dialog = new DocumentDialog(window.getShell(), file, documents);
						if (dialog.open() == Window.OK) {
							dialog.picked().ifPresent(d -> then.accept(new SideRef.OfFile(file, d.number())));
						}
					}
				});
			} catch (IOException e) {
				window.getService(Failures.class).report(NLS.bind(Messages.file_unread, file), e);
			}
		}).start();
	}
}
