package org.fleetdesk.ui.language;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.dialogs.MessageDialog;
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

import org.fleetdesk.core.settings.Language;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.ui.Errands;
import org.fleetdesk.ui.UiExecutor;

/**
 * The preference page that chooses the language. It counts from the next start on; where the start script starts the
 * program again when asked to, the page offers that.
 */
public final class LanguagePage extends PreferencePage implements IWorkbenchPreferencePage {
	private static final String RESTARTS = "fleetdesk.restarts"; // said by the start script

	private final Map<Language, Button> buttons = new EnumMap<>(Language.class);
	private IWorkbench workbench;
	private SettingsFolder settings;
	private Errands errands;
	private UiExecutor ui;
	private Language chosen = Language.SYSTEM;

	@Override
	public void init(IWorkbench owner) {
		workbench = owner;
		settings = owner.getService(SettingsFolder.class);
		errands = owner.getService(Errands.class);
		ui = owner.getService(UiExecutor.class);
		setDescription(Messages.language_description);
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(area);
		button(area, Language.SYSTEM, Messages.language_system);
		button(area, Language.ENGLISH, Messages.language_english);
		button(area, Language.CHINESE, Messages.language_chinese);
		Label note = new Label(area, SWT.WRAP);
		note.setText(Messages.language_note);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).hint(convertWidthInCharsToPixels(60), SWT.DEFAULT)
				.applyTo(note);
		UiExecutor page = UiExecutor.of(area);
		errands.run(Messages.language_failed, () -> {
			Language now = Language.chosen(settings);
			page.execute(() -> show(now));
		});
		return area;
	}

	private void button(Composite area, Language language, String text) {
		Button button = new Button(area, SWT.RADIO);
		button.setText(text);
		buttons.put(language, button);
	}

	private void show(Language now) {
		chosen = now;
		buttons.forEach((language, button) -> button.setSelection(language == now));
	}

	@Override
	public boolean performOk() {
		Language wanted = buttons.entrySet().stream().filter(e -> e.getValue().getSelection()).map(Map.Entry::getKey)
				.findFirst().orElse(chosen);
		if (wanted == chosen) {
			return true;
		}
		chosen = wanted;
		boolean restart = Boolean.getBoolean(RESTARTS) && MessageDialog.open(MessageDialog.QUESTION, getShell(),
				Messages.language_title, Messages.language_question, SWT.NONE, Messages.language_now,
				Messages.language_later) == 0;
		errands.run(Messages.language_failed, () -> {
			wanted.choose(settings);
			if (restart) {
				ui.execute(() -> workbench.restart());
			}
		});
		return true;
	}
}
