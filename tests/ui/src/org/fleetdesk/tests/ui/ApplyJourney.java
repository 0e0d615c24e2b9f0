package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.tests.ui.driver.ChangePage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.apply.ApplyEditor;

@ExtendWith(WorkbenchExtension.class)
class ApplyJourney {
	private static final String TEXT = """
			apiVersion: v1
			kind: ConfigMap
			metadata: {name: journey-apply-a, namespace: team-b}
			data: {colour: green}
			---
			apiVersion: v1
			kind: ConfigMap
			metadata: {name: journey-apply-b, namespace: team-b}
			data:
			  size: 7
			---
			apiVersion: v1
			kind: ConfigMap
			metadata: {name: journey-apply-c, namespace: team-b}
			data: {shape: round}
			""";

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		clean();
		ObjectsPage.list("namespaces", java.util.List.of("admin-cert"));
		ObjectsPage.await("namespaces", lines -> !lines.isEmpty());
		Ui.run(() -> Ui.execute("org.fleetdesk.ui.command.newYaml"));
		Ui.run(() -> {
			editor().targets().choose("admin-cert", true);
			editor().pane().type(TEXT);
			editor().setFocus();
		});
	}

	@AfterEach
	void end() {
		ChangePage.closeAll();
		Ui.run(() -> {
			editor().pane().type("");
			Ui.page().closeAllEditors(false);
		});
		ObjectsPage.clear();
		clean();
	}

	private static void clean() {
		Kubectl.run("delete", "configmap", "-n", "team-b", "journey-apply-a", "journey-apply-b", "journey-apply-c",
				"--ignore-not-found");
	}

	private static ApplyEditor editor() {
		return (ApplyEditor) Ui.page().getActiveEditor();
	}

	private static void awaitSaid(String words) {
		Ui.await("above the text stands " + words,
				() -> editor().said().stream().anyMatch(s -> s.contains(words)));
	}

	@Test
	void ofThreeDocumentsTheWrongOneIsNamedAndTheOthersAreApplied() {
		Input.press(0, SWT.F9);
		ChangePage page = ChangePage.await("Apply 3 Documents to admin-cert").says("journey-apply-a")
				.says("refused");
		Journey.photograph("apply-preview");
		page.push("Apply");
		awaitSaid("2 created");
		awaitSaid("1 refused");
		Journey.photograph("apply-result");
		assertEquals("green", Kubectl.run("get", "configmap", "-n", "team-b", "journey-apply-a", "-o",
				"jsonpath={.data.colour}"));
		assertEquals("round", Kubectl.run("get", "configmap", "-n", "team-b", "journey-apply-c", "-o",
				"jsonpath={.data.shape}"));
		assertTrue(Ui.ask(() -> editor().isDirty()));
	}
}
