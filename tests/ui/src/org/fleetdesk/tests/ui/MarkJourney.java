package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Button;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;

@ExtendWith(WorkbenchExtension.class)
class MarkJourney {

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
	}

	@AfterEach
	void end() {
		Ui.run(() -> {
			Fleet fleet = PlatformUI.getWorkbench().getService(Fleet.class);
			fleet.mark(fleet.cluster("admin-cert").orElseThrow(), Mark.NONE);
		});
		EditorPage.closeAll();
		ObjectsPage.clear();
	}

	@Test
	void aClusterIsMarkedAndItsColourRunsThroughTheWindow() {
		EditorPage.open("admin-cert", "Namespace", "namespaces", "", "team-a");
		ObjectsPage.list("namespaces", java.util.List.of("admin-cert", "token"));
		ObjectsPage.await("namespaces of both",
				lines -> lines.stream().map(l -> l.cluster().id()).distinct().count() == 2);
		FleetPage.show();
		FleetPage.click("admin-cert");
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.markCluster"));
		Button production = Controls.await("the dialog", Button.class, b -> b.getText().equals("&Production"));
		Ui.run(() -> {
			production.setSelection(true);
			production.notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
		});
		Journey.photograph("mark-dialog");
		Controls.push("OK", b -> b.getText().equals("OK"));
		FleetPage.await("admin-cert", "production");
		Journey.photograph("mark-window");
		Ui.run(() -> assertEquals(new Mark("", true, false), PlatformUI.getWorkbench().getService(Fleet.class)
				.mark(PlatformUI.getWorkbench().getService(Fleet.class).cluster("admin-cert").orElseThrow())));
	}
}
