package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.tests.ui.driver.ChangePage;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;

@ExtendWith(WorkbenchExtension.class)
class EditJourney {
	private static final String TITLE = "Apply Changes to Deployment journey-edit";

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		Kubectl.run("delete", "deployment", "-n", "team-b", "journey-edit", "--ignore-not-found");
		Kubectl.run("create", "deployment", "-n", "team-b", "journey-edit", "--image=registry/web:1.0", "--replicas=1");
		EditorPage.open("admin-cert", "Deployment", "deployments.apps", "team-b", "journey-edit");
	}

	@AfterEach
	void end() {
		ChangePage.closeAll();
		mark(Mark.NONE);
		EditorPage.revertAll();
		EditorPage.closeAll();
		Kubectl.run("delete", "deployment", "-n", "team-b", "journey-edit", "--ignore-not-found");
	}

	private static void mark(Mark mark) {
		Ui.run(() -> {
			Fleet fleet = PlatformUI.getWorkbench().getService(Fleet.class);
			fleet.mark(fleet.cluster("admin-cert").orElseThrow(), mark);
		});
	}

	private static String field(String path) {
		return Kubectl.run("get", "deployment", "-n", "team-b", "journey-edit", "-o", "jsonpath={" + path + "}");
	}

	private static String image() {
		return field(".spec.template.spec.containers[0].image");
	}

	private static void save() {
		Ui.run(() -> EditorPage.editor().text().setFocus());
		Input.press(SWT.CTRL, 's');
	}

	@Test
	void anImageIsChangedAfterItsDifferenceWasSeen() {
		EditorPage.replace("web:1.0", "web:2.0");
		save();
		ChangePage change = ChangePage.await(TITLE).says("- ").says("web:1.0").says("web:2.0").says("kubectl-create");
		Journey.photograph("edit-change");
		assertEquals("registry/web:1.0", image());
		change.push("Take Over and Apply");
		Ui.await("the editor is not dirty", () -> !EditorPage.editor().isDirty());
		assertEquals("registry/web:2.0", image());
		EditorPage.awaitShown("web:2.0");
	}

	@Test
	void whatAnotherManagerHoldsIsTakenOverOnlyWhenSomebodySaysSo() {
		EditorPage.replace("replicas: 1", "replicas: 3");
		Kubectl.run("patch", "deployment", "-n", "team-b", "journey-edit", "--field-manager=other", "-p",
				"{\"spec\":{\"replicas\":2}}");
		EditorPage.awaitSaid("by other");
		save();
		ChangePage clash = ChangePage.await(TITLE).says(".spec.replicas").says("other");
		Journey.photograph("edit-conflict");
		assertFalse(clash.offers("Take Over and Apply"));
		clash.press("Take Over All");
		clash.push("Take Over and Apply");
		Ui.await("the editor is not dirty", () -> !EditorPage.editor().isDirty());
		assertEquals("3", field(".spec.replicas"));
	}

	@Test
	void whatTheClusterRefusesIsMarkedAtItsLineAndTheTextStays() {
		EditorPage.replace("replicas: 1", "replicas: -1");
		save();
		EditorPage.awaitSaid("spec.replicas");
		Ui.await("the line is marked", () -> {
			String[] lines = EditorPage.editor().text().getText().split("\n");
			int line = EditorPage.editor().markedLine();
			return line > 0 && lines[line - 1].contains("replicas: -1");
		});
		Journey.photograph("edit-refused");
		assertTrue(Ui.ask(() -> EditorPage.editor().isDirty()));
		EditorPage.awaitShown("replicas: -1");
	}

	@Test
	void theKeysOfTheEditMenuUndoAndFind() {
		EditorPage.replace("web:1.0", "web:2.0");
		Input.press(SWT.CTRL, 'z'); // what was typed after the first character
		Input.press(SWT.CTRL, 'z'); // the first, which took the place of what was selected
		EditorPage.awaitShown("web:1.0");
		Ui.await("nothing is changed", () -> !EditorPage.editor().isDirty());
		Input.press(SWT.CTRL, 'f');
		Ui.await("something to find in", () -> Controls.shell("Find/Replace").isPresent());
		Ui.run(() -> Controls.shell("Find/Replace").orElseThrow().close());
	}

	@Test
	void aTextThatIsNoYamlIsMarkedWhileOneTypes() {
		EditorPage.replace("replicas: 1", "replicas: [1");
		Ui.await("a line is marked", () -> EditorPage.editor().markedLine() > 0);
		Journey.photograph("edit-syntax");
		save();
		EditorPage.awaitSaid("Line ");
		assertEquals("1", field(".spec.replicas"));
	}

	@Test
	void aProductionClusterAsksForItsName() {
		mark(new Mark("", true, false));
		EditorPage.replace("web:1.0", "web:2.0");
		save();
		ChangePage change = ChangePage.await(TITLE).says("Type admin-cert to confirm");
		assertFalse(change.possible("Take Over and Apply"));
		Journey.photograph("edit-production");
		change.confirm("admin-cert");
		change.push("Take Over and Apply");
		Ui.await("the editor is not dirty", () -> !EditorPage.editor().isDirty());
		assertEquals("registry/web:2.0", image());
	}

	@Test
	void aReadOnlyClusterRefuses() {
		mark(new Mark("#3b7dd8", false, true));
		EditorPage.awaitSaid("read-only");
		EditorPage.replace("web:1.0", "web:2.0");
		save();
		Ui.await("it is refused", () -> EditorPage.said().size() > 1);
		Journey.photograph("edit-read-only");
		assertEquals("registry/web:1.0", image());
		assertTrue(Ui.ask(() -> EditorPage.editor().isDirty()));
	}
}
