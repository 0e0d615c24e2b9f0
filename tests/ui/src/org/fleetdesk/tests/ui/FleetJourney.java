package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Button;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkbenchExtension.class)
class FleetJourney {

	private static final String BROKEN = """
			apiVersion: v1
			kind: Config
			clusters:
			- {name: gone, cluster: {server: "https://127.0.0.1:1"}}
			users:
			- {name: me, user: {token: abc}}
			contexts:
			- {name: gone, context: {cluster: gone, user: me}}
			- {name: no-such-user, context: {cluster: gone, user: nobody-here}}
			""";

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		Journey.kubeconfig(BROKEN);
		FleetPage.show();
		FleetPage.await("gone", "");
	}

	@Test
	void clustersOfEveryStateStandSideBySide() {
		FleetPage.open("admin-cert");
		FleetPage.await("admin-cert", "nodes");
		FleetPage.open("wrong-ca");
		FleetPage.await("wrong-ca", "away since");
		FleetPage.open("gone");
		FleetPage.await("gone", "away since");
		FleetPage.open("nobody");
		FleetPage.await("nobody", "v1.");
		FleetPage.await("1 problem in", "");
		Journey.photograph("fleet");
	}

	@Test
	void filterFindsKindsAndClustersByAnyWords() {
		FleetPage.open("admin-cert");
		FleetPage.await("admin-cert", "nodes");
		FleetPage.filter("admin-cert deploym");
		FleetPage.await("Deployments", "");
		FleetPage.awaitGone("wrong-ca");
		FleetPage.awaitGone("Services");
		FleetPage.filter("");
		FleetPage.await("wrong-ca", "");
	}

	@Test
	void whoMayNotListNamespacesCanAddOne() {
		FleetPage.filter("namespace-only-default");
		FleetPage.awaitGone("admin-cert");
		FleetPage.open("namespace-only-default");
		FleetPage.await("namespace-only-default", "v1.");
		FleetPage.await("Namespaces", "");
		FleetPage.expand("Namespaces");
		FleetPage.await("You may not list namespaces:", "");
		FleetPage.await("team-a", "");
		Journey.photograph("fleet-namespaces");
	}

	@Test
	void loginProgramRunsOnlyWithConsent() {
		FleetPage.open("exec-token");
		Ui.await("the question", () -> Controls.shell("Run a Login Program?").isPresent());
		Journey.photograph("consent");
		Button no = Controls.await("Don't Run", Button.class, b -> b.getText().endsWith("on't Run"));
		assertTrue(Ui.ask(no::isFocusControl), "the safe answer has the focus");
		Controls.push("Don't Run", b -> b == no);
		FleetPage.await("exec-token", "away since");
		assertFalse(Ui.ask(() -> Controls.shell("Run a Login Program?").isPresent()));
	}

	@Test
	void typingInTheTreeFilters() {
		FleetPage.click("gone");
		FleetPage.type('w');
		Input.type("rong");
		Ui.await("the filter has what was typed", () -> "wrong".equals(FleetPage.box().getText()));
		FleetPage.await("wrong-ca", "");
		FleetPage.awaitGone("gone");
		FleetPage.filter("");
		FleetPage.await("gone", "");
	}
}
