package org.fleetdesk.ui.change;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.ui.support.Clips;

/** Shows commands of kubectl that do the same as a change, to be read and copied. Belongs to the UI thread. */
public final class KubectlDialog extends Dialog {
	private static final int COPY = IDialogConstants.CLIENT_ID + 1;
	private static final int WIDTH = 110;
	private static final int HEIGHT = 16;
	private final String commands;

	private KubectlDialog(Shell shell, String commands) {
		super(shell);
		this.commands = commands;
		setShellStyle(getShellStyle() | SWT.RESIZE | SWT.MAX);
	}

	/** Opens the dialog. */
	public static void open(Shell shell, String commands) {
		new KubectlDialog(shell, commands).open();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.kubectl_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.H_SCROLL | SWT.V_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setText(commands);
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(WIDTH), convertHeightInCharsToPixels(HEIGHT)).applyTo(text);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, COPY, Messages.kubectl_copy, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == COPY) {
			Clips.copy(commands);
		} else {
			super.buttonPressed(id);
		}
	}
}
