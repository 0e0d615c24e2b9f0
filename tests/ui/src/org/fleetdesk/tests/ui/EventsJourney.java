package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.events.Involved;
import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.live.ListContent;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.events.EventsView;
import org.fleetdesk.ui.object.ObjectEditor;

/** Somebody wants to know what happens in two clusters, and to what. */
@ExtendWith(WorkbenchExtension.class)
class EventsJourney {

	@BeforeEach
	void startTheDemo() {
		Journey.seeControlPlane(false);
		Journey.kubeconfig("apiVersion: v1\nkind: Config\n");
		FleetPage.show();
		if (demo().isEmpty()) {
			Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		}
		Ui.await("the demo", Duration.ofMinutes(2), () -> demo().size() == 2);
		ObjectsPage.list("pods", demo());
		ObjectsPage.await("pods", lines -> lines.size() > 10);
	}

	@AfterEach
	void leave() {
		Ui.run(() -> {
			Ui.page().closeAllEditors(false);
			IViewPart events = Ui.page().findView(EventsView.ID);
			if (events != null) {
				Ui.page().hideView(events);
			}
		});
		ObjectsPage.clear();
		fleet().sources().stream().filter(Source::demo).forEach(fleet()::remove);
		Journey.seeControlPlane(true);
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	private static List<String> demo() {
		return fleet().clusters().stream().filter(Cluster::demo).map(Cluster::id).toList();
	}

	private static EventsView view() {
		try {
			return (EventsView) Ui.page().showView(EventsView.ID, null, IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	private static ListContent content() {
		return view().table().content().orElse(ListContent.NOTHING);
	}

	private static List<Line> lines() {
		return content().lines();
	}

	private static String cell(Line line, String column) {
		int at = IntStream.range(0, line.columns().size()).filter(i -> line.columns().get(i).name().equals(column))
				.findFirst().orElseThrow();
		return String.valueOf(line.row().cell(at));
	}

	@Test
	void eventsOfTwoClustersAreJoinedToTheirObjects() {
		Ui.run(() -> view().show(demo()));
		Ui.await("events of both",
				() -> lines().stream().map(line -> line.cluster().id()).distinct().count() == 2);
		List<String> columns = Ui.ask(() -> view().table().columns().stream().map(c -> c.name()).toList());
		assertEquals(List.of("Last Seen", "Type", "Reason", "Object", "Message", "Count", "Source", "Cluster",
				"Namespace"), columns);
		Ui.run(() -> view().table().focus());
		Input.press(0, 'w');
		Ui.await("warnings only", () -> !lines().isEmpty() && lines().size() < content().total()
				&& lines().stream().allMatch(line -> cell(line, "Type").equals("Warning")));
		Journey.photograph("events-warnings");

		Ui.run(() -> filter().setText("object:pod/checkout"));
		Ui.await("events of a pod that crashes", () -> !lines().isEmpty()
				&& lines().stream().allMatch(line -> cell(line, "Object").contains("checkout")));
		Ui.run(() -> view().table().select(lines().getFirst()));
		Ui.await("its pod's status", () -> view().said().filter(said -> said.contains("checkout")
				&& !said.contains("not listed")).isPresent());
		Line event = Ui.ask(() -> view().table().selection().getFirst());
		Involved about = Involved.of(event).orElseThrow();
		assertFalse(compares(), "events are not compared");
		Ui.run(() -> view().open());
		Ui.await("the object's page", () -> Ui.page().getActiveEditor() instanceof ObjectEditor editor
				&& editor.shown().contains(about.name()));
	}

	private static boolean compares() {
		return Ui.ask(() -> PlatformUI.getWorkbench().getService(ICommandService.class)
				.getCommand("org.fleetdesk.ui.command.compare").isEnabled());
	}

	private static Text filter() {
		return Controls.find(Text.class, t -> t.getMessage().startsWith("Filter ( /")
				&& Controls.under(t.getParent().getParent()).anyMatch(c -> c == view().table().control()))
				.orElseThrow();
	}

	@Test
	void eventsOfOneObjectComeFromTheObjectsView() {
		Ui.run(() -> ObjectsPage.view().filter("checkout"));
		ObjectsPage.await("pods of checkout", lines -> !lines.isEmpty()
				&& lines.stream().allMatch(line -> line.row().name().startsWith("checkout-")));
		String pod = Ui.ask(() -> ObjectsPage.content().lines().stream()
				.filter(line -> line.cluster().name().equals("demo-troubled")).findFirst().orElseThrow().row().name());
		ObjectsPage.click(ObjectsPage.names().indexOf(pod), 1);
		Ui.run(() -> ObjectsPage.table().focus());
		assertTrue(compares(), "an object is compared");
		Ui.run(() -> Ui.execute("org.fleetdesk.ui.command.eventsOf"));
		Ui.await("its events alone", () -> !lines().isEmpty()
				&& lines().stream().allMatch(line -> cell(line, "Object").equals("pod/" + pod)));
		assertTrue(Ui.ask(() -> view().getPartName()).contains(pod), () -> Ui.ask(() -> view().getPartName()));
		Journey.photograph("events-of-one");
	}

	@Test
	void eventsFollowWhatIsSelectedInTheFleet() {
		Ui.run(() -> {
			EventsView view = view();
			view.ofAll();
			view.warningsOnly(false);
			view.filter("");
		});
		FleetPage.show();
		FleetPage.click("demo-troubled");
		FleetPage.click("demo-healthy");
		Ui.await("events of that cluster", () -> {
			IViewPart events = Ui.page().findView(EventsView.ID);
			return events instanceof EventsView view && view.table().content().stream()
					.anyMatch(c -> !c.lines().isEmpty()
							&& c.lines().stream().allMatch(l -> l.cluster().name().equals("demo-healthy")));
		});
	}
}
