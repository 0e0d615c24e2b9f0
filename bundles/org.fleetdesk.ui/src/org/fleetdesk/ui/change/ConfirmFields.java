package org.fleetdesk.ui.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import org.fleetdesk.core.fleet.ClusterAccess;
import org.fleetdesk.core.fleet.Confirmation;

/** Asks for the names of the production clusters that a change touches. Belongs to the UI thread. */
final class ConfirmFields {
	private final Map<String, Text> fields = new LinkedHashMap<>();

	/** Fields below a parent with a grid layout, none if no cluster is production; tells of every change in them. */
	ConfirmFields(Composite parent, List<ClusterAccess> clusters, Runnable typed) {
		List<String> names = clusters.stream().filter(c -> c.mark().production()).map(ClusterAccess::name).distinct()
				.toList();
		if (names.isEmpty()) {
			return;
		}
		Composite area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(area);
		for (String name : names) {
			new Label(area, SWT.NONE).setText(NLS.bind(Messages.confirm, name));
			Text field = new Text(area, SWT.BORDER);
			field.setMessage(name);
			field.addModifyListener(event -> typed.run());
			GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
			fields.put(name, field);
		}
	}

	/** Whether every name was typed. */
	boolean complete() {
		return fields.entrySet().stream().allMatch(e -> e.getValue().getText().equals(e.getKey()));
	}

	/** What was typed. */
	Confirmation confirmation() {
		return complete() ? new Confirmation(fields.keySet()) : Confirmation.NONE;
	}

	/** Puts the cursor into the first field, if there is one. */
	boolean focus() {
		return fields.values().stream().findFirst().filter(Text::setFocus).isPresent();
	}
}
