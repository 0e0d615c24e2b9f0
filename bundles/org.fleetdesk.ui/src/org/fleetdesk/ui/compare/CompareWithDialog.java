package org.fleetdesk.ui.compare;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import org.fleetdesk.core.Registration;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.compare.Candidates.Candidate;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.objects.PickDialog;
import org.fleetdesk.ui.table.FreshnessText;

/** Asks what an object is compared with: the same one in another cluster, another one of its kind, or a file. */
final class CompareWithDialog extends PickDialog<Candidate> {
	/** What is returned if a file is wanted. */
	static final int FILE = IDialogConstants.CLIENT_ID + 1;
	private final Candidates candidates;
	private Optional<ObjectRef> picked = Optional.empty();
	private String filter = "";
	private Label more;

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
		int left = candidates.left();
		say(more, left == 0
				? ""
				: NLS.bind(Messages.with_more, FreshnessText.number(Candidates.MOST),
						FreshnessText.number(Candidates.MOST + left)));
		return candidates.known(!typed.isEmpty());
	}

	@Override
	protected void head(Composite area) {
		more = note(area, "");
	}

	@Override
	protected TableViewer viewer(Composite parent) {
		return list(parent, List.of(new Column<>(Messages.with_cluster, 3, Candidate::cluster),
				new Column<>(Messages.with_namespace, 3, candidate -> candidate.ref().namespace()),
				new Column<>(Messages.with_name, 4, candidate -> candidate.ref().name()),
				new Column<>("", 2, candidate -> candidate.same() ? Messages.with_same : "")));
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
