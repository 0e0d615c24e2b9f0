package org.fleetdesk.ui.change;

import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.operation.Manner;

/** How a change is made: with which note, whether it ends at a failure; and how kubectl would. Belongs to the UI thread. */
final class MannerFields {
	private final Text ticket;
	private final Button stop;

	/**
	 * Fields below a parent with a grid layout.
	 *
	 * @param several whether several objects are changed
	 * @param kubectl gives the commands of kubectl that do the same
	 */
	MannerFields(Composite parent, boolean several, Supplier<String> kubectl) {
		Composite row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 0).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		new Label(row, SWT.NONE).setText(Messages.ticket);
		ticket = new Text(row, SWT.BORDER | SWT.SINGLE);
		ticket.setToolTipText(Messages.ticket_tip);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(ticket);
		stop = new Button(row, SWT.CHECK);
		stop.setText(Messages.stop);
		stop.setToolTipText(Messages.stop_tip);
		stop.setVisible(several);
		GridDataFactory.fillDefaults().exclude(!several).applyTo(stop);
		Link shown = new Link(row, SWT.NONE);
		shown.setText("<a>" + Messages.kubectl + "</a>");
		shown.addSelectionListener(SelectionListener
				.widgetSelectedAdapter(event -> KubectlDialog.open(parent.getShell(), kubectl.get())));
	}

	/** What was chosen. */
	Manner manner(Manner otherwise) {
		return otherwise.stopping(stop.getSelection()).ticket(ticket.getText().strip());
	}
}
