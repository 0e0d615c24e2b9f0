package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.capacity.CapacityView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every cluster has, what is asked of it, and what all have together. */
@ExtendWith(WorkbenchExtension.class)
class CapacityJourney {
	private static final int CPU = 5;

	@AfterEach
	void leave() {
		Ui.run(() -> Ui.page().hideView(Ui.page().findView(CapacityView.ID)));
		ObjectsPage.clear();
		fleet().sources().stream().filter(Source::demo).forEach(fleet()::remove);
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	/** The rows; on the UI thread. */
	private static List<TableItem> rows() {
		return Controls.find(Table.class, t -> t.getColumnCount() == CPU + 4).map(Table::getItems).map(Arrays::asList)
				.orElse(List.of());
	}

	private static boolean shows(String name, String cpu) {
		return rows().stream().anyMatch(row -> row.getData() != null && row.getText(0).equals(name)
				&& row.getText(CPU).matches(cpu));
	}

	@Test
	void openClustersAreSummedAndOthersAreLeftAlone() {
		FleetPage.show();
		Ui.run(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		Ui.await("the demo", Duration.ofMinutes(2), () -> fleet().sources().stream().anyMatch(Source::demo));
		Ui.run(() -> {
			try {
				Ui.page().showView(CapacityView.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		FleetPage.open("demo-healthy");
		FleetPage.await("demo-healthy", "v1.");
		Ui.run(() -> Ui.page().activate(Ui.page().findView(CapacityView.ID)));
		Ui.await("what it has", () -> shows("demo-healthy", "[0-9.,]+ / [0-9.,]+"));
		assertTrue(Ui.ask(() -> shows("demo-troubled", "")), "a closed cluster has no numbers");
		fleet().clusters().stream().filter(c -> c.name().equals("demo-troubled")).forEach(fleet()::open);
		Ui.await("both together", () -> shows("All open clusters", "[0-9.,]+ / [0-9.,]+"));
		Journey.photograph("capacity");
	}
}
