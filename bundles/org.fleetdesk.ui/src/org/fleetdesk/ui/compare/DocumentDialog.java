package org.fleetdesk.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.document.Document;
import org.fleetdesk.ui.objects.PickDialog;

/** Asks which document of a file is meant. */
final class DocumentDialog extends PickDialog<Document> {
	private final List<Document> documents;
	private Optional<Document> picked = Optional.empty();

	DocumentDialog(Shell parent, Path file, List<Document> documents) {
		super(parent, NLS.bind(Messages.document_title, file.getFileName()), Messages.document_hint);
		this.documents = List.copyOf(documents);
	}

	/** What was picked. */
	Optional<Document> picked() {
		return picked;
	}

	private static String label(Document document) {
		return NLS.bind(Messages.document,
				new Object[]{document.number(), document.kind(), document.name(), document.firstLine()});
	}

	@Override
	protected List<Document> find(String typed) {
		String word = typed.toLowerCase(Locale.ROOT);
		return documents.stream().filter(d -> label(d).toLowerCase(Locale.ROOT).contains(word)).toList();
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		TableViewer viewer = new TableViewer(parent, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
		viewer.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> label((Document) element)));
		return viewer;
	}

	@Override
	protected void take(List<Document> selection) {
		picked = selection.stream().findFirst();
	}
}
