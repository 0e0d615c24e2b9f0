package org.fleetdesk.ui.objects;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.live.SelectorSyntax;

/** Asks for the selectors that the servers are sent; says while they are typed what is wrong with them. */
final class SelectorsDialog extends TitleAreaDialog {
	private ViewState.Selectors chosen;
	private Text labels;
	private Text fields;

	SelectorsDialog(Shell parent, ViewState.Selectors now) {
		super(parent);
		this.chosen = now;
	}

	/** What was typed. */
	ViewState.Selectors chosen() {
		return chosen;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.selectors_title);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite outer = (Composite) super.createDialogArea(parent);
		setTitle(Messages.selectors_title);
		setMessage(Messages.selectors_note);
		Composite area = new Composite(outer, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		labels = field(area, Messages.selectors_labels, Messages.selectors_labels_hint, chosen.labels());
		example(area, Messages.selectors_labels_example);
		fields = field(area, Messages.selectors_fields, Messages.selectors_fields_hint, chosen.fields());
		example(area, Messages.selectors_fields_example);
		return outer;
	}

	private Text field(Composite area, String name, String hint, String value) {
		Label label = new Label(area, SWT.NONE);
		label.setText(name);
		Text text = new Text(area, SWT.BORDER);
		text.setMessage(hint);
		text.setText(value);
		GridDataFactory.fillDefaults().grab(true, false).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
				.applyTo(text);
		text.addModifyListener(event -> check());
		return text;
	}

	private static void example(Composite area, String words) {
		Label label = new Label(area, SWT.NONE);
		label.setText(words);
		GridDataFactory.fillDefaults().span(2, 1).indent(0, 2).applyTo(label);
	}

	private void check() {
		String problem = SelectorSyntax.labels(labels.getText()).or(() -> SelectorSyntax.fields(fields.getText()))
				.orElse(null);
		setErrorMessage(problem);
		getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		Dialog.applyDialogFont(parent);
	}

	@Override
	protected void okPressed() {
		chosen = new ViewState.Selectors(labels.getText().strip(), fields.getText().strip());
		super.okPressed();
	}
}
