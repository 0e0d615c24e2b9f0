package org.fleetdesk.ui.change;

import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.object.DiffLine;
import org.fleetdesk.ui.UiExecutor;

/** Shows a difference, to be read. */
public final class DifferenceDialog extends Dialog {
	private static final int WIDTH = 100;
	private static final int HEIGHT = 24;
	private final String title;
	private final List<DiffLine> lines;

	private DifferenceDialog(Shell shell, String title, List<DiffLine> lines) {
		super(shell);
		this.title = title;
		this.lines = lines;
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
	}

	/** Opens the dialog; on the UI thread. */
	public static void open(Shell shell, String title, List<DiffLine> lines) {
		new DifferenceDialog(shell, title, lines).open();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Text heading = new Text(area, SWT.READ_ONLY);
		heading.setText(title);
		DiffText diff = new DiffText(area, heading);
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(HEIGHT)).applyTo(diff.control());
		UiExecutor.of(area).execute(() -> diff.show(lines)); // when the theme has coloured the fields
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}
}
