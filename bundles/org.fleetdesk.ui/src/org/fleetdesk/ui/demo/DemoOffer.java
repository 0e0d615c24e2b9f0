package org.fleetdesk.ui.demo;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import org.fleetdesk.ui.UiExecutor;

/** A button that starts the demo clusters, and what they are. On the UI thread. */
public final class DemoOffer {
	private static final int TEXT_WIDTH = 420;
	private final DemoClusters demo;
	private final Composite row;
	private final Button button;

	/** An offer in a parent. */
	public DemoOffer(Composite parent, DemoClusters demo) {
		this.demo = demo;
		row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
		button = new Button(row, SWT.PUSH);
		button.setText(Messages.offer_starting);
		int width = button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x; // of the longer text
		button.setText(Messages.offer_try);
		GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(button);
		Label about = new Label(row, SWT.WRAP);
		about.setText(Messages.offer_about);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT)
				.applyTo(about);
		UiExecutor ui = UiExecutor.of(row);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
			button.setText(Messages.offer_starting);
			button.setEnabled(false);
			demo.start(() -> ui.execute(this::show));
		}));
		show();
	}

	private void show() {
		button.setEnabled(!demo.starting());
		button.setText(demo.starting() ? Messages.offer_starting : Messages.offer_try);
	}

	/** Takes what has changed in the fleet; says whether there is something to offer. */
	public boolean open() {
		show();
		return !demo.running();
	}

	/** The whole. */
	public Control control() {
		return row;
	}

	/** Puts the focus on the button; says whether it took it. */
	public boolean focus() {
		return row.isVisible() && button.setFocus();
	}
}
