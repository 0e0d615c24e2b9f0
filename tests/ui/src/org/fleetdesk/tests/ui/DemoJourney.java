package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.welcome.WelcomeView;

/** The first five minutes of somebody who has no cluster. */
@ExtendWith(WorkbenchExtension.class)
class DemoJourney {

	private static final Duration LONG = Duration.ofMinutes(2);
	private static final String BAND = "Demo cluster: simulated";

	@BeforeEach
	void haveNoCluster() {
		Journey.kubeconfig("apiVersion: v1\nkind: Config\n");
		Journey.seeControlPlane(false);
		FleetPage.show();
		endDemo();
		Ui.await("an empty fleet", () -> FleetPage.lines().findAny().isEmpty());
	}

	@AfterEach
	void leave() {
		Ui.run(() -> Ui.page().closeAllEditors(false));
		ObjectsPage.clear();
		endDemo();
		Journey.seeControlPlane(true);
	}

	/** What a journey that failed has left. */
	private static void endDemo() {
		Fleet fleet = PlatformUI.getWorkbench().getService(Fleet.class);
		Ui.await("a demo of the last run", LONG,
				() -> !fleet.demoWanted() || fleet.sources().stream().anyMatch(Source::demo));
		fleet.sources().stream().filter(Source::demo).forEach(fleet::remove);
	}

	private static void welcome() {
		Ui.run(() -> {
			try {
				Ui.page().showView(WelcomeView.ID);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}

	private static boolean offer(Button button) {
		return button.getText().endsWith("Try the Demo") && button.isEnabled();
	}

	private static void awaitLabel(String start) {
		Controls.await(start, Label.class, label -> label.getText().startsWith(start));
	}

	/** They simulate a month before they come, which takes its time on a busy machine. */
	private static void awaitDemo() {
		Ui.await("the demo clusters", LONG, () -> Ui
				.ask(() -> FleetPage.lines().anyMatch(line -> line.getText().startsWith("demo-troubled"))));
	}

	private static boolean tableShows(String text) {
		return Controls.visible(NatTable.class).anyMatch(table -> {
			for (int row = 1; row < table.getRowCount(); row++) {
				for (int column = 0; column < table.getColumnCount(); column++) {
					if (String.valueOf(table.getDataValueByPosition(column, row)).contains(text)) {
						return true;
					}
				}
			}
			return false;
		});
	}

	@Test
	void aNewcomerFindsACrashingPodInTheDemoAndEndsIt() {
		welcome();
		awaitLabel("No usable kubeconfig was found");
		Controls.await("the offer", Button.class, DemoJourney::offer);
		Journey.photograph("demo-welcome");
		Controls.push("Try the Demo", DemoJourney::offer);
		awaitDemo();
		FleetPage.await("Demo (simulated)", "");
		FleetPage.await("demo-healthy", "demo");
		FleetPage.await("demo-troubled", "demo");
		Ui.await("no more offer", () -> Controls.find(Button.class, DemoJourney::offer).isEmpty());
		Journey.photograph("demo-fleet");

		FleetPage.open("demo-troubled");
		ObjectsPage.await("pods", lines -> lines.size() > 10);
		awaitLabel(BAND);
		Journey.photograph("demo-pods");
		Ui.run(() -> ObjectsPage.box().setText("CrashLoopBackOff"));
		ObjectsPage.await("the crashing pod", lines -> lines.size() == 1);
		String pod = ObjectsPage.names().getFirst();
		assertTrue(pod.startsWith("checkout-"), pod);

		ObjectsPage.click(0, 2);
		Ui.await("the pod's page", () -> Ui.page().getActiveEditor() instanceof ObjectEditor editor
				&& editor.shown().contains(pod));
		Ui.await("a band over the list and one over the page",
				() -> Controls.visible(Label.class).filter(label -> label.getText().startsWith(BAND)).count() == 2);
		Ui.run(() -> ((ObjectEditor) Ui.page().getActiveEditor()).turnTo(ObjectPage.EVENTS));
		Ui.await("its events", () -> tableShows("BackOff"));
		Journey.photograph("demo-events");

		FleetPage.click("Demo (simulated)");
		Ui.later(() -> Ui.execute("org.eclipse.ui.edit.delete"));
		Controls.push("Remove", button -> button.getText().endsWith("Remove"));
		FleetPage.awaitGone("demo-troubled");
		welcome();
		Controls.await("the offer again", Button.class, DemoJourney::offer);
	}

	@Test
	void theMenuStartsTheDemoAndShowsIt() {
		Ui.run(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		awaitDemo();
		FleetPage.await("demo-healthy", "demo");
		Ui.await("the first cluster is selected", () -> FleetPage.tree().getSelectionCount() == 1
				&& FleetPage.tree().getSelection()[0].getText().startsWith("demo-healthy"));
		Ui.later(() -> Ui.execute("org.eclipse.ui.edit.delete"));
		Controls.push("Remove", button -> button.getText().endsWith("Remove"));
		FleetPage.awaitGone("Demo (simulated)");
	}
}
