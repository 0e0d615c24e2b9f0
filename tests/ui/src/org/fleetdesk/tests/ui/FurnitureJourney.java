package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkbenchExtension.class)
class FurnitureJourney {

	@Test
	void diagnosticsAreCopiedWithoutSecrets() {
		Journey.kubeconfig("""
				clusters:
				- {name: c, cluster: {server: "https://127.0.0.1:1"}}
				users:
				- {name: u, user: {token: S3CRET}}
				contexts:
				- {name: secretive, context: {cluster: c, user: u}}
				- {name: broken, context: {cluster: c, user: nobody-here}}
				""");
		FleetPage.show();
		FleetPage.open("secretive");
		FleetPage.await("secretive", "away since");
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.copyDiagnostics"));
		Ui.await("the answer", () -> Controls.shell("Copy Diagnostics").isPresent());
		Journey.photograph("diagnostics");
		Controls.push("OK", b -> b.getText().equals("OK"));
		String text = Ui.ask(FurnitureJourney::clipboard);
		assertTrue(text.contains("org.fleetdesk.core 0.1.0"), text);
		assertTrue(text.contains("secretive: AWAY"), text);
		assertTrue(text.contains("nobody-here"), text);
		assertFalse(text.contains("S3CRET"), text);
	}

	@Test
	void preferencesHoldThemesKeysAndConsents() {
		PreferenceDialog dialog = Ui.ask(() -> PreferencesUtil.createPreferenceDialogOn(Ui.window(),
				"org.fleetdesk.ui.page.consents", null, null));
		Ui.later(dialog::open);
		Ui.await("the page", () -> Controls.find(Button.class, b -> b.getText().equals("Forget &All")).isPresent());
		Journey.photograph("preferences");
		Ui.run(dialog::close);
	}

	@Test
	void logViewOpens() {
		IViewPart log = Ui.ask(() -> {
			try {
				return Ui.page().showView("org.eclipse.pde.runtime.LogView");
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		assertNotNull(log);
		Ui.run(() -> Ui.page().hideView(log));
	}

	@Test
	void quickAccessFindsOurCommands() {
		FleetPage.show();
		Input.press(SWT.CTRL, '3');
		Ui.await("quick access", () -> Controls.visible(Text.class)
				.anyMatch(t -> t.isFocusControl() && t != FleetPage.box()));
		Input.type("copy diag");
		Ui.await("our command", () -> Controls.visible(Table.class)
				.anyMatch(t -> Arrays.stream(t.getItems()).anyMatch(i -> i.getText(1).contains("Diagnostics"))));
		Journey.photograph("quick-access");
		Input.press(0, SWT.ESC);
	}

	private static String clipboard() {
		Clipboard clipboard = new Clipboard(Ui.display());
		try {
			return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}
}
