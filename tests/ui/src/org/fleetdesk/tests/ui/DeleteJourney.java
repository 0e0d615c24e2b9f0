package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.tests.ui.driver.ChangePage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;

@ExtendWith(WorkbenchExtension.class)
class DeleteJourney {

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		Kubectl.run("delete", "deployment", "-n", "team-b", "journey-delete", "--ignore-not-found");
		Kubectl.run("create", "deployment", "-n", "team-b", "journey-delete", "--image=registry/web:1.0",
				"--replicas=2");
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-b");
		ObjectsPage.await("journey-delete", lines -> lines.stream()
				.anyMatch(l -> l.row().name().equals("journey-delete")));
	}

	@AfterEach
	void end() {
		ChangePage.closeAll();
		mark(Mark.NONE);
		ObjectsPage.clear();
		Kubectl.run("delete", "deployment", "-n", "team-b", "journey-delete", "--ignore-not-found");
	}

	private static void mark(Mark mark) {
		Ui.run(() -> {
			Fleet fleet = PlatformUI.getWorkbench().getService(Fleet.class);
			fleet.mark(fleet.cluster("admin-cert").orElseThrow(), mark);
		});
	}

	private static ChangePage delete() {
		ObjectsPage.click(ObjectsPage.names().indexOf("journey-delete"), 1);
		ObjectsPage.press(SWT.CTRL, (int) 'd');
		return ChangePage.await("Delete Deployment team-b/journey-delete");
	}

	@Test
	void aDeploymentIsDeletedAfterItsDependantsWereSeen() {
		ChangePage page = delete().says("1 ReplicaSet").says("2 Pod");
		Journey.photograph("delete-dependants");
		page.push("Delete");
		ObjectsPage.await("it is gone",
				lines -> lines.stream().noneMatch(l -> l.row().name().equals("journey-delete")));
	}

	@Test
	void aProductionClusterAsksForItsNameAndAReadOnlyOneRefuses() {
		mark(new Mark("", true, false));
		ChangePage page = delete().says("1 ReplicaSet");
		assertFalse(page.possible("Delete"));
		Journey.photograph("delete-production");
		page.cancel();
		mark(new Mark("", false, true));
		page = delete().says("1 ReplicaSet").says("read-only");
		assertFalse(page.possible("Delete"));
		page.cancel();
		Kubectl.run("get", "deployment", "-n", "team-b", "journey-delete");
	}
}
