package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.core.search.Found;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.SearchPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.search.SearchView;

/** Somebody looks for an object and knows its address, a label, a node, or how its name begins. */
@ExtendWith(WorkbenchExtension.class)
class SearchJourney {
	private static final List<String> DEMO = List.of("demo-healthy", "demo-troubled");

	@BeforeEach
	void listPodsOfTwoClusters() {
		Journey.seeControlPlane(false);
		Journey.kubeconfig("apiVersion: v1\nkind: Config\n");
		FleetPage.show();
		if (demo().isEmpty()) {
			Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		}
		Ui.await("the demo", Duration.ofMinutes(2), () -> demo().size() == DEMO.size());
		ObjectsPage.list("pods", demo().stream().map(Cluster::id).toList());
		ObjectsPage.await("pods of both",
				lines -> DEMO.stream().allMatch(name -> lines.stream().anyMatch(l -> l.cluster().name().equals(name))));
	}

	@AfterEach
	void leave() {
		Ui.run(() -> {
			Ui.page().closeAllEditors(false);
			IViewPart search = Ui.page().findView(SearchView.ID);
			if (search != null) {
				Ui.page().hideView(search);
			}
		});
		ObjectsPage.clear();
		fleet().sources().stream().filter(Source::demo).forEach(fleet()::remove);
		Journey.seeControlPlane(true);
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	private static List<Cluster> demo() {
		return fleet().clusters().stream().filter(Cluster::demo).toList();
	}

	/** A pod with labels, an address and a node, of a cluster. */
	private static Line pod(String cluster) {
		return Ui.ask(() -> ObjectsPage.content().lines().stream().filter(line -> line.cluster().name().equals(cluster)
				&& line.row().labels() > 0 && cell(line, "IP").startsWith("10.") && !cell(line, "Node").isEmpty())
				.findFirst().orElseThrow());
	}

	private static String cell(Line line, String column) {
		int at = IntStream.range(0, line.columns().size()).filter(i -> line.columns().get(i).name().equals(column))
				.findFirst().orElseThrow();
		return String.valueOf(line.row().cell(at));
	}

	private static boolean has(Found found, Line pod) {
		return SearchPage.objects(found).stream().anyMatch(hit -> hit.row().uid().equals(pod.row().uid())
				&& hit.cluster().id().equals(pod.cluster().id()) && hit.knowledge().live());
	}

	@Test
	void findsByAddressLabelImageNodeAndNameAcrossClustersAndOpensTheObject() {
		Line troubled = pod("demo-troubled");
		Line healthy = pod("demo-healthy");
		SearchPage.search(cell(troubled, "IP"), found -> has(found, troubled));
		assertTrue(SearchPage.lines().stream().anyMatch(l -> l.startsWith(troubled.row().name() + "|Pod|demo-troubled|")
				&& l.contains("IP " + cell(troubled, "IP")) && l.endsWith("|live")), SearchPage.lines()::toString);
		SearchPage.search(healthy.row().labelKey(0) + "=" + healthy.row().labelValue(0), found -> has(found, healthy));
		SearchPage.search(cell(healthy, "Images").split(",")[0] + " demo-healthy", found -> has(found, healthy));
		SearchPage.search(cell(healthy, "Node") + " demo-healthy", found -> has(found, healthy)
				&& SearchPage.objects(found).stream().allMatch(h -> h.cluster().name().equals("demo-healthy")));
		assertTrue(SearchPage.lines().stream().anyMatch(l -> l.contains("node " + cell(healthy, "Node"))),
				SearchPage.lines()::toString);
		SearchPage.search("pod " + troubled.row().name(), found -> has(found, troubled));
		Journey.photograph("search-found");
		SearchPage.enter(0);
		Ui.await("the pod's page", () -> Ui.page().getActiveEditor() instanceof ObjectEditor editor
				&& editor.shown().contains(troubled.row().name()));
	}

	@Test
	void saysWhatWasNeverListedAndListsIt() {
		SearchPage.search("deploy nothing-is-called-this", found -> found.hits().isEmpty());
		Ui.await("what was not found", () -> SearchPage.says("Nothing contains") && SearchPage.says("Searched live:")
				&& SearchPage.says("deployments.apps of demo-healthy, demo-troubled were never listed here."));
		Journey.photograph("search-nothing");
		SearchPage.search("deploy checkout", found -> !found.missing().isEmpty());
		SearchPage.choose("List deployments.apps of all open clusters now");
		SearchPage.await("deploy checkout", found -> found.missing().isEmpty() && SearchPage.objects(found).stream()
				.anyMatch(hit -> hit.type().kind().equals("Deployment") && hit.row().name().startsWith("checkout")));
	}

	@Test
	void aKindLeadsToItsListAndControlEnterToAnObjectInItsList() {
		SearchPage.search("deployments demo-troubled", found -> !found.hits().isEmpty());
		assertTrue(SearchPage.lines().getFirst().startsWith("Deployments in demo-troubled|"),
				SearchPage.lines()::toString);
		SearchPage.enter(0);
		Ui.await("the list", () -> Ui.page().getActivePart().getTitle().startsWith("Deployments"));
		Line pod = pod("demo-troubled", () -> ObjectsPage.list("pods", demo().stream().map(Cluster::id).toList()));
		SearchPage.search("pod " + pod.row().name(), found -> has(found, pod));
		SearchPage.enter(SWT.CTRL);
		ObjectsPage.await("the pod alone", lines -> lines.size() == 1
				&& lines.getFirst().row().name().equals(pod.row().name()));
	}

	private static Line pod(String cluster, Runnable list) {
		list.run();
		ObjectsPage.await("pods", lines -> lines.stream().anyMatch(l -> l.cluster().name().equals(cluster)
				&& l.store().scope().type().plural().equals("pods")));
		return pod(cluster);
	}

	@Test
	void theKeySearchesWhatIsSelectedAndQuickAccessFindsObjects() {
		Line pod = pod("demo-troubled");
		Ui.run(() -> ObjectsPage.view().filter(pod.row().name()));
		ObjectsPage.await("the pod alone", lines -> lines.size() == 1);
		ObjectsPage.click(0, 1);
		ObjectsPage.press(SWT.CTRL, (int) 'h');
		SearchPage.await(pod.row().name(), found -> has(found, pod));
		assertEquals(pod.row().name(), Ui.ask(() -> SearchPage.box().getText()));

		Input.press(SWT.CTRL, '3');
		Ui.await("quick access", () -> Controls.visible(Text.class)
				.anyMatch(t -> t.isFocusControl() && t.getShell() != Ui.window()));
		Input.type(cell(pod, "IP"));
		Journey.photograph("search-quick-access");
		Ui.await("the pod", () -> Controls.visible(Table.class).filter(t -> t.getShell() != Ui.window())
				.anyMatch(t -> Arrays.stream(t.getItems()).anyMatch(i -> i.getText(1).contains(pod.row().name()))));
		Input.press(0, SWT.ESC);
	}
}
