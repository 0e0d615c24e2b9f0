package org.fleetdesk.ui.change;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.operation.Clash;
import org.fleetdesk.core.operation.Manner;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.change.Preview.Verdict;

import org.jspecify.annotations.Nullable;

/**
 * Shows what a change would do, object by object, and asks whether to do it: differences, the cluster's warnings, fields
 * that others hold, the names of production clusters to be typed.
 */
final class ChangeDialog extends ConfirmDialog {
	/** What is returned if fields that others hold were decided of. */
	static final int RESOLVE = IDialogConstants.CLIENT_ID + 1;
	private static final int TAKE_OVER = IDialogConstants.CLIENT_ID + 2;
	private static final int WIDTH = 110;
	private static final int LINES = 20;

	private final List<Preview> previews;
	private final Asked asked;
	private @Nullable ClashTable clashes;
	private @Nullable DiffText diff;
	private @Nullable Text remarks;
	private Resolution resolution = Resolution.NONE;

	/**
	 * What is asked of a change.
	 *
	 * @param operation the change
	 * @param keepable whether fields may keep the value others gave them
	 * @param usual how it is done if nothing else is chosen
	 */
	record Asked(Operation operation, boolean keepable, Manner usual) {
	}

	/** A dialog over a shell. */
	ChangeDialog(Shell shell, String heading, List<Preview> previews, List<ClusterAccess> clusters, Asked asked) {
		super(shell, heading, clusters);
		this.previews = List.copyOf(previews);
		this.asked = asked;
	}

	@Override
	boolean several() {
		return previews.size() > 1;
	}

	@Override
	String kubectl() {
		return asked.operation().kubectl();
	}

	@Override
	Manner usual() {
		return asked.usual();
	}

	/** What was decided of fields that others hold. */
	Resolution resolution() {
		return resolution;
	}

	@Override
	void fill(Composite area) {
		Text says = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
		remarks = says;
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(WIDTH), SWT.DEFAULT)
				.applyTo(says);
		if (previews.size() == 1) {
			difference(area, says);
		} else {
			SashForm sash = new SashForm(area, SWT.HORIZONTAL);
			GridDataFactory.fillDefaults().grab(true, true)
					.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(LINES)).applyTo(sash);
			objects(sash);
			difference(sash, says);
			sash.setWeights(2, 5);
		}
		List<Clash> held = previews.stream().flatMap(p -> p.clashes().stream()).toList();
		if (!held.isEmpty()) {
			clashes = new ClashTable(area, held, asked.keepable(), this::update);
		}
	}

	@Override
	void filled(Composite area) {
		say();
		UiExecutor.of(area).execute(() -> show(previews.getFirst()));
	}

	private void difference(Composite parent, Text styled) {
		diff = new DiffText(parent, styled);
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(LINES)).applyTo(diff.control());
	}

	private void objects(Composite parent) {
		Table table = new Table(parent, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		for (Preview preview : previews) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(NLS.bind(Messages.object_says, new Object[]{preview.title(), preview.says(),
					clusters.size() > 1 ? preview.cluster() : ""}).strip());
		}
		table.setSelection(0);
		table.addSelectionListener(SelectionListener
				.widgetSelectedAdapter(e -> show(previews.get(Math.max(0, table.getSelectionIndex())))));
	}

	private void show(Preview preview) {
		Text says = Objects.requireNonNull(remarks);
		says.setText(String.join("\n", preview.remarks()));
		says.setVisible(!preview.remarks().isEmpty());
		((org.eclipse.swt.layout.GridData) says.getLayoutData()).exclude = preview.remarks().isEmpty();
		says.getParent().layout(true, true);
		Objects.requireNonNull(diff).show(preview.lines());
	}

	private void say() {
		String counted = previews.size() == 1
				? previews.getFirst().says()
				: previews.stream().collect(Collectors.groupingBy(Preview::says, java.util.LinkedHashMap::new,
						Collectors.counting())).entrySet().stream()
						.map(e -> NLS.bind(Messages.count, e.getValue(), e.getKey()))
						.collect(Collectors.joining(", "));
		boolean failed = previews.stream().anyMatch(p -> p.verdict() == Verdict.REFUSED);
		boolean warned = previews.stream().anyMatch(p -> !p.remarks().isEmpty()) || clashes != null;
		setMessage(NLS.bind(Messages.message, places(), counted),
				failed
						? IMessageProvider.ERROR
						: warned ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
	}

	@Override
	void update() {
		Button apply = getButton(IDialogConstants.OK_ID);
		if (apply == null) {
			return;
		}
		if (clashes == null) {
			apply.setEnabled(confirmed() && previews.stream().anyMatch(Preview::possible));
		} else {
			apply.setText(clashes.allTaken()
					? Messages.take_over_apply
					: clashes.anyTaken() ? Messages.go_on : Messages.keep_theirs);
			apply.setEnabled(clashes.allTaken() ? confirmed() : asked.keepable());
			setButtonLayoutData(apply);
			apply.getParent().layout();
			getButton(TAKE_OVER).setEnabled(!clashes.allTaken());
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		if (clashes != null) {
			createButton(parent, TAKE_OVER, Messages.take_over_all, false);
			createButton(parent, IDialogConstants.OK_ID, Messages.take_over_apply, true);
		} else {
			createButton(parent, IDialogConstants.OK_ID, Messages.apply, true);
		}
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		update();
		focusLater(parent);
	}

	@Override
	int first() {
		return IDialogConstants.OK_ID;
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == TAKE_OVER) {
			Objects.requireNonNull(clashes).takeAll();
			update();
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	protected void okPressed() {
		confirm();
		if (clashes != null) {
			resolution = clashes.resolution();
			setReturnCode(RESOLVE);
			close();
		} else {
			super.okPressed();
		}
	}
}
