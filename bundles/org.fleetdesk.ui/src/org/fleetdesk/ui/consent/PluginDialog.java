package org.fleetdesk.ui.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.kube.config.ExecConsole.Run;
import org.fleetdesk.ui.UiExecutor;

/**
 * Shows what a login plugin says, takes lines for it, and stops it. Does not block the window. What is typed is hidden
 * unless the person wants to see it, for most plugins ask for a password or a code.
 */
final class PluginDialog extends Dialog {
	private static final char HIDDEN = '\u2022';
	private final Run run;
	private final InstantSource clock;
	private final Instant end;
	private Text said;
	private Text input;
	private Label left;

	PluginDialog(Shell shell, Run run, InstantSource clock) {
		super(shell);
		this.run = run;
		this.clock = clock;
		this.end = clock.instant().plus(run.limit());
		setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE);
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.plugin_title, run.context().name()));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		Label asks = new Label(area, SWT.WRAP);
		asks.setText(NLS.bind(Messages.plugin_asks, run.exec().safeLine().replace("&", "&&")));
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(80), SWT.DEFAULT)
				.applyTo(asks);
		said = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
		said.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true)
				.hint(convertWidthInCharsToPixels(80), convertHeightInCharsToPixels(10)).applyTo(said);
		answer(area);
		left = new Label(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(left);
		tick();
		UiExecutor.of(left).every(Duration.ofSeconds(1), this::tick);
		return area;
	}

	private void answer(Composite area) {
		Composite line = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3).applyTo(line);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
		new Label(line, SWT.NONE).setText(Messages.plugin_answer);
		input = new Text(line, SWT.SINGLE | SWT.BORDER);
		input.setEchoChar(HIDDEN);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(input);
		Button visible = new Button(line, SWT.CHECK);
		visible.setText(Messages.plugin_visible);
		visible.addSelectionListener(SelectionListener
				.widgetSelectedAdapter(e -> input.setEchoChar(visible.getSelection() ? '\0' : HIDDEN)));
	}

	private void tick() {
		long seconds = Math.max(0, Duration.between(clock.instant(), end).toSeconds());
		left.setText(NLS.bind(Messages.plugin_left, String.format("%d:%02d", seconds / 60, seconds % 60)));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.plugin_send, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	public void create() {
		super.create();
		input.setFocus();
	}

	/** All that the plugin has said so far. */
	void show(String text) {
		said.setText(text);
		said.setSelection(text.length());
	}

	@Override
	protected void okPressed() {
		run.type(input.getText());
		input.setText("");
		input.setFocus();
	}

	@Override
	protected void cancelPressed() {
		run.cancel();
		super.cancelPressed();
	}

	@Override
	protected void handleShellCloseEvent() {
		cancelPressed();
	}
}
