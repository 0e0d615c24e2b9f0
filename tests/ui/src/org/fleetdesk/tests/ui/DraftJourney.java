package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;

@ExtendWith(WorkbenchExtension.class)
class DraftJourney {

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		Kubectl.run("delete", "configmap", "-n", "team-b", "journey-draft", "--ignore-not-found");
		Kubectl.run("create", "configmap", "-n", "team-b", "journey-draft", "--from-literal=colour=green");
	}

	@AfterEach
	void end() {
		EditorPage.closeAll();
		Kubectl.run("delete", "configmap", "-n", "team-b", "journey-draft", "--ignore-not-found");
	}

	private static void open() {
		EditorPage.open("admin-cert", "ConfigMap", "configmaps", "team-b", "journey-draft");
	}

	@Test
	void whatWasTypedIsOfferedAgainAfterTheEditorWasClosedAndIsLostOnlyWhenDiscarded() {
		open();
		EditorPage.replace("green", "blue");
		assertTrue(Ui.ask(() -> EditorPage.editor().isDirty()));
		EditorPage.closeAll();
		open();
		EditorPage.awaitSaid("A draft of");
		EditorPage.awaitShown("colour: green");
		Journey.photograph("edit-draft");
		EditorPage.choose("Restore");
		EditorPage.awaitShown("colour: blue");
		assertTrue(Ui.ask(() -> EditorPage.editor().isDirty()));
		Input.press(SWT.CTRL, 'z');
		EditorPage.awaitShown("colour: green");
		Ui.await("not dirty", () -> !EditorPage.editor().isDirty());
	}

	@Test
	void aChangeOnTheClusterDoesNotOverwriteWhatIsBeingTyped() {
		open();
		EditorPage.replace("green", "blue");
		Kubectl.run("patch", "configmap", "-n", "team-b", "journey-draft", "-p", "{\"data\":{\"size\":\"large\"}}");
		EditorPage.awaitSaid("changed on the cluster");
		EditorPage.awaitShown("colour: blue");
		assertFalse(Ui.ask(() -> EditorPage.editor().shown()).contains("large"));
		Journey.photograph("edit-changed-meanwhile");
		EditorPage.choose("Re-base");
		EditorPage.awaitShown("size: large");
		EditorPage.awaitShown("colour: blue");
		Ui.run(() -> EditorPage.editor().revert());
		EditorPage.awaitShown("colour: green");
		Ui.await("not dirty", () -> !EditorPage.editor().isDirty());
	}
}
