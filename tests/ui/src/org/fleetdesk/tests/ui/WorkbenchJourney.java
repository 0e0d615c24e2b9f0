package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.fleetdesk.tests.ui.driver.Screenshot;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkbenchExtension.class)
class WorkbenchJourney {

	@Test
	void workbenchOpensOnTheOperatePerspective() {
		assertEquals("org.fleetdesk.ui.perspective.operate", Ui.ask(() -> Ui.page().getPerspective().getId()));
		Screenshot.take("workbench");
	}
}
