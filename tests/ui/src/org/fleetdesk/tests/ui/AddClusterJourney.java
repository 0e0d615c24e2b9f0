package org.fleetdesk.tests.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkbenchExtension.class)
class AddClusterJourney {

	private static final String GOOD = """
			apiVersion: v1
			kind: Config
			clusters:
			- {name: c, cluster: {server: "https://127.0.0.1:3"}}
			users:
			- {name: u, user: {token: abc}}
			contexts:
			- {name: pasted-context, context: {cluster: c, user: u}}
			""";

	@Test
	void pastedTextIsCheckedWhileOneTypesAndAddedAsASource() {
		FleetPage.show();
		Input.press(SWT.CTRL | SWT.SHIFT, 'a');
		Ui.await("the dialog", () -> Controls.shell("Add Clusters").isPresent());
		Text paste = Ui.ask(() -> Controls.visible(Text.class)
				.filter(t -> t.getShell().getText().equals("Add Clusters") && t.getEditable()).skip(1).findFirst()
				.orElseThrow());
		Ui.run(() -> paste.setText("just some words"));
		Ui.await("what is wrong", () -> !add().isEnabled() && says("pasted text"));
		Journey.photograph("add-cluster-wrong");
		Ui.run(() -> paste.setText(GOOD));
		Ui.await("it can be added", () -> add().isEnabled());
		Journey.photograph("add-cluster");
		Controls.push("Add", b -> b.getText().equals("&Add"));
		FleetPage.await("pasted-context", "");

		FleetPage.click("pasted-context");
		Ui.later(() -> Ui.execute("org.eclipse.ui.edit.delete"));
		Ui.await("the question", () -> Controls.shell("Remove Kubeconfig").isPresent());
		Controls.push("Remove", b -> b.getText().equals("&Remove"));
		FleetPage.awaitGone("pasted-context");
	}

	private static Button add() {
		return Controls.find(Button.class, b -> b.getText().equals("&Add")).orElseThrow();
	}

	private static boolean says(String words) {
		return Controls.visible(Text.class).anyMatch(t -> t.getText().contains(words));
	}
}
