package org.fleetdesk.tests.ui;

import java.util.Arrays;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PartInitException;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.welcome.WelcomeView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WorkbenchExtension.class)
class WelcomeJourney {

	@Test
	void oneClickOpensACluster() {
		Journey.needsControlPlane();
		Journey.kubeconfig("contexts: [{name: broken}]\n");
		FleetPage.show();
		Ui.run(() -> {
			try {
				Ui.page().showView(WelcomeView.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		Ui.await("the viewer's line", () -> line("viewer") != null);
		Ui.await("the problems", () -> Controls.find(Link.class, l -> l.getText().contains("problem")).isPresent());
		Journey.photograph("welcome");
		Ui.run(() -> {
			Rectangle bounds = line("viewer").getBounds(0);
			Event up = new Event();
			up.button = 1;
			up.x = bounds.x + 2;
			up.y = bounds.y + bounds.height / 2;
			line("viewer").getParent().notifyListeners(SWT.MouseUp, up);
		});
		FleetPage.await("viewer", "v1.");
	}

	private static @Nullable TableItem line(String context) {
		return Controls.visible(Table.class).flatMap(t -> Arrays.stream(t.getItems()))
				.filter(i -> i.getText(0).equals(context)).findFirst().orElse(null);
	}
}
