package org.fleetdesk.ui.consent;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ListViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

import org.fleetdesk.core.fleet.ExecConsents;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.Errands.Errand;
import org.fleetdesk.ui.UiExecutor;

/** The preference page that lists the login programs that may run, and forgets them. */
public final class ConsentsPage extends PreferencePage implements IWorkbenchPreferencePage {
	private ExecConsents consents;
	private Errands errands;
	private ListViewer lines;
	private UiExecutor ui;

	@Override
	public void init(IWorkbench workbench) {
		consents = workbench.getService(ExecConsents.class);
		errands = workbench.getService(Errands.class);
		setDescription(Messages.consents_description);
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		lines = new ListViewer(area, SWT.BORDER | SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
		lines.setContentProvider(ArrayContentProvider.getInstance());
		GridDataFactory.fillDefaults().grab(true, true).span(1, 2).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
				.applyTo(lines.getControl());
		ui = UiExecutor.of(lines.getControl());
		Button forget = button(area, Messages.consents_forget, this::forgetSelected);
		Button all = button(area, Messages.consents_forgetAll, () -> change(consents::forget));
		forget.setEnabled(false);
		lines.addSelectionChangedListener(e -> forget.setEnabled(!e.getSelection().isEmpty()));
		all.setEnabled(true);
		change(() -> {
			// shows them as they are
		});
		return area;
	}

	private Button button(Composite area, String text, Runnable work) {
		Button button = new Button(area, SWT.PUSH);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> work.run()));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
		return button;
	}

	private void forgetSelected() {
		List<?> selected = lines.getStructuredSelection().toList();
		change(() -> {
			for (Object line : selected) {
				consents.forget(line.toString());
			}
		});
	}

	private void change(Errand errand) {
		errands.run(Messages.consents_failed, () -> {
			errand.run();
			List<String> now = consents.remembered();
			ui.execute(() -> lines.setInput(now));
		});
	}
}
