package org.fleetdesk.ui.change;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.operation.Manner;
import org.fleetdesk.ui.UiExecutor;
import org.fleetdesk.ui.marks.MarkBar;
import org.fleetdesk.ui.marks.MarkLook;

import org.jspecify.annotations.Nullable;

/** Stands before a change: shows the marks of its clusters, and has the names of production clusters typed. */
abstract class ConfirmDialog extends TitleAreaDialog {
	/** The clusters to be changed. */
	final List<ClusterAccess> clusters;
	private final String heading;
	private @Nullable ConfirmFields confirm;
	private @Nullable MannerFields how;
	private Confirmation confirmation = Confirmation.NONE;
	private Manner manner = Manner.ONE_BY_ONE;

	ConfirmDialog(Shell shell, String heading, List<ClusterAccess> clusters) {
		super(shell);
		this.heading = heading;
		this.clusters = List.copyOf(clusters);
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
		setHelpAvailable(false);
	}

	/** What was typed to confirm. */
	final Confirmation confirmation() {
		return confirmation;
	}

	/** How it shall be done. */
	final Manner manner() {
		return manner;
	}

	/** Where the clusters are and how they are marked: "dev, prod-eu (production)". */
	final String places() {
		return clusters.stream().map(c -> {
			String words = MarkLook.words(c.mark());
			return words.isEmpty() ? c.name() : NLS.bind(Messages.place_marked, c.name(), words);
		}).collect(Collectors.joining(", "));
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(heading);
	}

	@Override
	protected final Control createDialogArea(Composite parent) {
		Composite area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(0, 8).applyTo(area);
		clusters.stream().filter(c -> MarkLook.color(c.mark()).isPresent()).findFirst()
				.ifPresent(c -> new MarkBar(area, 1).show(c.mark(), c.name()));
		setTitle(heading);
		fill(area);
		how = new MannerFields(area, several(), this::kubectl);
		confirm = new ConfirmFields(area, clusters, this::update);
		filled(area);
		return area;
	}

	/** Makes what stands between the marks and the fields for names. */
	abstract void fill(Composite area);

	/** Whether several objects are changed. */
	abstract boolean several();

	/** The commands of kubectl that do the same. */
	abstract String kubectl();

	/** How it is done if nothing else is chosen. */
	abstract Manner usual();

	/** Everything is made; it is shown when the theme has coloured it. */
	abstract void filled(Composite area);

	/** Something was typed or became known: may it be done now? Called also before there are buttons. */
	abstract void update();

	/** Whether every name that is asked for was typed. */
	final boolean confirmed() {
		return confirm != null && confirm.complete();
	}

	/** Goes to what is to be typed, else to a button, once the dialog is seen: nothing takes the focus before. */
	final void focusLater(Composite parent) {
		UiExecutor.of(parent).execute(() -> {
			if (confirm == null || !confirm.focus()) {
				Button first = getButton(first());
				(first.isEnabled() ? first : getButton(IDialogConstants.CANCEL_ID)).setFocus();
			}
		});
	}

	/** The button that has the focus if it is enabled. */
	abstract int first();

	/** Keeps what was typed; the dialog closes. */
	final void confirm() {
		confirmation = confirm == null ? Confirmation.NONE : confirm.confirmation();
		manner = how == null ? usual() : how.manner(usual());
	}
}
