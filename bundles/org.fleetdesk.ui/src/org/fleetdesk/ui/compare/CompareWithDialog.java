package org.fleetdesk.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.Registration;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.compare.Candidates.Candidate;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.objects.PickDialog;

/** Asks what an object is compared with: the same one in another cluster, another one of its kind, or a file. */
final class CompareWithDialog extends PickDialog<Candidate> {
	/** What is returned if a file is wanted. */
	static final int FILE = IDialogConstants.CLIENT_ID + 1;
	private final Candidates candidates;
	private Optional<ObjectRef> picked = Optional.empty();
	private String filter = "";

	CompareWithDialog(Shell parent, ObjectRef ref, Candidates candidates) {
		super(parent, NLS.bind(Messages.with_title, ref.kind(), ref.path()), Messages.with_hint);
		this.candidates = candidates;
	}

	/** What was picked. */
	Optional<ObjectRef> picked() {
		return picked;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Control area = super.createDialogArea(parent);
		Registration listening = candidates.listen(UiExecutor.of(area).coalescing(this::refresh));
		area.addListener(SWT.Dispose, event -> listening.close());
		return area;
	}

	@Override
	protected List<Candidate> find(String typed) {
		if (!typed.equals(filter)) {
			filter = typed;
			candidates.filter(typed);
		}
		return candidates.known(!typed.isEmpty());
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		Composite holder = new Composite(parent, SWT.NONE);
		TableColumnLayout columns = new TableColumnLayout();
		holder.setLayout(columns);
		TableViewer viewer = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		viewer.getTable().setHeaderVisible(true);
		column(viewer, columns, Messages.with_cluster, 3, Candidate::cluster);
		column(viewer, columns, Messages.with_namespace, 3, candidate -> candidate.ref().namespace());
		column(viewer, columns, Messages.with_name, 4, candidate -> candidate.ref().name());
		column(viewer, columns, "", 2, candidate -> candidate.same() ? Messages.with_same : "");
		return viewer;
	}

	private static void column(TableViewer viewer, TableColumnLayout columns, String title, int weight,
			Function<Candidate, String> text) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		column.setLabelProvider(ColumnLabelProvider.createTextProvider(element -> text.apply((Candidate) element)));
		columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, FILE, Messages.with_file, false);
		super.createButtonsForButtonBar(parent);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == FILE) {
			setReturnCode(FILE);
			close();
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	protected void take(List<Candidate> selection) {
		picked = selection.stream().findFirst().map(Candidate::ref);
	}
}
