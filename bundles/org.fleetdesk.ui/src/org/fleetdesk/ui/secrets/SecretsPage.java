package org.fleetdesk.ui.secrets;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

import org.fleetdesk.core.secrets.Secrets;
import org.fleetdesk.core.secrets.Secrets.Place;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;

/** The preference page that says where secrets are kept and lets a person choose. */
public final class SecretsPage extends PreferencePage implements IWorkbenchPreferencePage {
	private final Map<Place, Button> choices = new EnumMap<>(Place.class);
	private Secrets secrets;
	private Errands errands;

	@Override
	public void init(IWorkbench workbench) {
		secrets = workbench.getService(Secrets.class);
		errands = workbench.getService(Errands.class);
		setDescription(Messages.secrets_description);
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
		boolean there = secrets.keyringThere();
		choice(area, Place.KEYRING, Messages.secrets_keyring,
				there ? Messages.secrets_keyring_note : Messages.secrets_keyring_none).setEnabled(there);
		choice(area, Place.MEMORY, Messages.secrets_memory, Messages.secrets_memory_note);
		choice(area, Place.KEY_FILE, Messages.secrets_file, Messages.secrets_file_note);
		UiExecutor ui = UiExecutor.of(area);
		errands.run(Messages.secrets_failed, () -> {
			Place now = secrets.place();
			ui.execute(() -> choices.forEach((place, choice) -> choice.setSelection(place == now)));
		});
		return area;
	}

	private Button choice(Composite area, Place place, String text, String note) {
		Button choice = new Button(area, SWT.RADIO);
		choice.setText(text);
		GridDataFactory.fillDefaults().indent(0, 8).applyTo(choice);
		choices.put(place, choice);
		Label label = new Label(area, SWT.WRAP);
		label.setText(note);
		GridDataFactory.fillDefaults().indent(24, 0).grab(true, false)
				.hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
				.applyTo(label);
		return choice;
	}

	@Override
	public boolean performOk() {
		for (Map.Entry<Place, Button> choice : choices.entrySet()) {
			if (choice.getValue().getSelection()) {
				Place chosen = choice.getKey();
				errands.run(Messages.secrets_failed, () -> {
					if (secrets.place() != chosen) {
						secrets.use(chosen);
					}
				});
			}
		}
		return true;
	}
}
