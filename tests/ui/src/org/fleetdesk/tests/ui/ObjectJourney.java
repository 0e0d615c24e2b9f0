package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;

@ExtendWith(WorkbenchExtension.class)
class ObjectJourney {

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
	}

	@AfterEach
	void close() {
		Ui.run(() -> Ui.page().closeAllEditors(false));
		ObjectsPage.clear();
	}

	private static ObjectEditor editor() {
		IEditorPart active = Ui.page().getActiveEditor();
		return active instanceof ObjectEditor editor ? editor : null;
	}

	private static void open(String kind, String type, String namespace, String name, ObjectPage page) {
		Ui.run(() -> ObjectOpener.open(Ui.page(),
				new ObjectRef("admin-cert", KindKey.parse(type), kind, namespace, name), page));
	}

	private static void awaitShown(String text) {
		Ui.await("the page shows " + text, () -> editor() != null && editor().shown().contains(text));
	}

	@Test
	void aPodOpensFromTheListAndLeadsToItsOwner() {
		ObjectsPage.list("pods", List.of("admin-cert"), "team-a");
		ObjectsPage.await("pods", lines -> !lines.isEmpty());
		String name = ObjectsPage.names().getFirst();
		ObjectsPage.click(0, 2);
		awaitShown(name);
		awaitShown("Conditions");
		Journey.photograph("object-overview");
		ObjectsPage.click(0, 1);
		ObjectsPage.press(0, 'y');
		awaitShown("kind: Pod");
		Journey.photograph("object-yaml");
		Ui.run(() -> editor().turnTo(ObjectPage.EVENTS));
		Journey.photograph("object-events");
	}

	@Test
	void changesAppearAndADeletedObjectStaysAndSaysSo() {
		Kubectl.run("create", "configmap", "-n", "team-b", "journey-page", "--from-literal=colour=green");
		open("ConfigMap", "configmaps", "team-b", "journey-page", ObjectPage.YAML);
		awaitShown("colour: green");
		Kubectl.run("patch", "configmap", "-n", "team-b", "journey-page", "-p", "{\"data\":{\"colour\":\"blue\"}}");
		awaitShown("colour: blue");
		Kubectl.run("delete", "configmap", "-n", "team-b", "journey-page");
		Ui.await("the page says deleted",
				() -> editor().troubles().stream().anyMatch(t -> t.startsWith("Deleted at")));
		awaitShown("colour: blue");
		Journey.photograph("object-deleted");
	}

	@Test
	void secretsShowTheirValuesOnlyWhenAsked() {
		Kubectl.run("create", "secret", "generic", "-n", "team-b", "journey-secret", "--from-literal=word=swordfish");
		try {
			open("Secret", "secrets", "team-b", "journey-secret", ObjectPage.OVERVIEW);
			awaitShown("(9 bytes)");
			assertFalse(Ui.ask(() -> editor().shown()).contains("swordfish"));
			Ui.run(() -> editor().turnTo(ObjectPage.YAML));
			awaitShown("(9 bytes)");
			assertFalse(Ui.ask(() -> editor().shown()).contains("c3dvcmRmaXNo"));
			Ui.run(() -> editor().toggleRevealed());
			awaitShown("c3dvcmRmaXNo");
			Ui.run(() -> editor().turnTo(ObjectPage.OVERVIEW));
			awaitShown("swordfish");
		} finally {
			Kubectl.run("delete", "secret", "-n", "team-b", "journey-secret");
		}
	}

	@Test
	void whatIsNotThereSaysSo() {
		open("ConfigMap", "configmaps", "team-b", "never-was", ObjectPage.OVERVIEW);
		Ui.await("the page says what is wrong", () -> !editor().troubles().isEmpty());
		Journey.photograph("object-not-found");
	}
}
