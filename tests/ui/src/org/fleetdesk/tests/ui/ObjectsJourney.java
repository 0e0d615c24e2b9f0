package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.live.Line;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Screenshot;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.table.ColumnLayout;
import org.fleetdesk.ui.table.TableText;

@ExtendWith(WorkbenchExtension.class)
class ObjectsJourney {

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
	}

	@AfterEach
	void clear() {
		ObjectsPage.clear();
	}

	private static void pods() {
		ObjectsPage.list("pods", List.of("admin-cert"));
		ObjectsPage.await("pods", lines -> lines.size() > 10);
		Ui.run(() -> ObjectsPage.table().focus());
	}

	@Test
	void aThousandPodsOfTheRealControlPlaneAreListedFilteredAndSorted() {
		Kubectl.thousandPods();
		pods();
		long count = Kubectl.run("get", "pods", "-A", "-o", "name").lines().count();
		ObjectsPage.await(count + " pods", lines -> lines.size() == count);
		Journey.photograph("objects-pods");
		ObjectsPage.press(0, '/');
		Ui.await("the filter has the focus", () -> ObjectsPage.box().isFocusControl());
		ObjectsPage.typeFilter("team-a");
		ObjectsPage.await("pods of team-a only", lines -> !lines.isEmpty() && lines.size() < count
				&& lines.stream().allMatch(l -> (l.row().namespace() + l.row().name()).contains("team-a")));
		Ui.run(ObjectsPage::escapeFilter);
		ObjectsPage.await("all pods again", lines -> lines.size() >= count);
		Ui.await("the table has the focus", () -> ObjectsPage.table().control().isFocusControl());
		ObjectsPage.clickHeading("Name");
		ObjectsPage.await("names up", lines -> ordered(lines, Comparator.naturalOrder()));
		ObjectsPage.clickHeading("Name");
		ObjectsPage.await("names down", lines -> ordered(lines, Comparator.reverseOrder()));
	}

	/** By the letter before any digit, for the table's order knows numbers. */
	private static boolean ordered(List<Line> lines, Comparator<String> order) {
		List<String> starts = lines.stream().map(l -> l.row().name().substring(0, 1)).toList();
		return starts.equals(starts.stream().sorted(order).toList());
	}

	@Test
	void whatKubectlDoesAppearsAndTheSelectionStays() {
		Kubectl.run("delete", "configmap", "-n", "team-b", "-l", "journey=live", "--ignore-not-found");
		Kubectl.run("create", "configmap", "-n", "team-b", "m-stays");
		Kubectl.run("label", "configmap", "-n", "team-b", "m-stays", "journey=live");
		try {
			ObjectsPage.list("configmaps", List.of("admin-cert"), "team-b");
			ObjectsPage.await("m-stays", lines -> names(lines).contains("m-stays"));
			ObjectsPage.click(ObjectsPage.names().indexOf("m-stays"), 1);
			Ui.await("m-stays is selected", () -> names(ObjectsPage.table().selection()).equals(List.of("m-stays")));
			Kubectl.run("create", "configmap", "-n", "team-b", "a-comes");
			Kubectl.run("label", "configmap", "-n", "team-b", "a-comes", "journey=live");
			ObjectsPage.await("a-comes", lines -> names(lines).contains("a-comes"));
			assertEquals(List.of("m-stays"), Ui.ask(() -> names(ObjectsPage.table().selection())));
			Kubectl.run("delete", "configmap", "-n", "team-b", "a-comes");
			ObjectsPage.await("a-comes is gone", lines -> !names(lines).contains("a-comes"));
			assertEquals(List.of("m-stays"), Ui.ask(() -> names(ObjectsPage.table().selection())));
		} finally {
			Kubectl.run("delete", "configmap", "-n", "team-b", "-l", "journey=live");
		}
	}

	private static List<String> names(List<Line> lines) {
		return lines.stream().map(l -> l.row().name()).toList();
	}

	@Test
	void severalClustersStandInOneTable() {
		ObjectsPage.list("namespaces", List.of("admin-cert", "token"));
		ObjectsPage.await("namespaces of both",
				lines -> lines.stream().map(l -> l.cluster().id()).distinct().count() == 2);
		assertEquals("Cluster", Ui.ask(() -> ObjectsPage.table().columns().getFirst().name()));
		Journey.photograph("objects-two-clusters");
	}

	@Test
	void columnsThatWereChosenAreKept() {
		pods();
		Ui.run(() -> {
			ColumnLayout layout = ObjectsPage.table().layout().with(ObjectsPage.content().columns())
					.show("Restarts", false).show("Node", true);
			ObjectsPage.table().arrange(layout);
			ObjectsPage.view().arranged(layout);
		});
		ObjectsPage.list("nodes", List.of("admin-cert"));
		ObjectsPage.await("nodes", lines -> !lines.isEmpty());
		pods();
		List<String> shown = Ui.ask(() -> ObjectsPage.table().columns().stream().map(c -> c.name()).toList());
		assertTrue(shown.contains("Node") && !shown.contains("Restarts"), shown.toString());
		Ui.run(() -> ObjectsPage.view().arranged(ColumnLayout.DEFAULT));
	}

	@Test
	void aKindIsFoundByItsShortName() {
		pods();
		ObjectsPage.press(0, ':');
		Text box = Controls.await("the chooser", Text.class, t -> t.getMessage().startsWith("Kind, as for"));
		Ui.await("the chooser has the focus", box::isFocusControl);
		Input.type("deploy");
		Ui.await("deployments first", () -> Controls.find(Table.class, t -> t.getShell() == box.getShell())
				.filter(t -> t.getItemCount() > 0 && t.getItem(0).getText().equals("Deployment")).isPresent());
		Screenshot.take("objects-kind");
		Button ok = Ui.ask(() -> box.getShell().getDefaultButton());
		Ui.run(() -> ok.notifyListeners(SWT.Selection, new Event()));
		Ui.await("deployments", () -> ObjectsPage.view().getPartName().startsWith("Deployments"));
	}

	@Test
	void whatIsShownIsWrittenAsCsv() {
		ObjectsPage.list("nodes", List.of("admin-cert"));
		ObjectsPage.await("nodes", lines -> lines.size() > 5);
		StringBuilder csv = new StringBuilder();
		Ui.run(() -> new TableText(ObjectsPage.content(), ObjectsPage.table().columns(), java.time.Instant.now())
				.csv(ObjectsPage.content().lines(), csv));
		List<String> lines = csv.toString().lines().toList();
		assertEquals("Name,Status,Roles,Age,Version", lines.getFirst());
		assertEquals(ObjectsPage.names().size() + 1, lines.size());
	}

	@Test
	void selectedLinesAreCopiedWithAHeading() {
		ObjectsPage.list("nodes", List.of("admin-cert"));
		ObjectsPage.await("nodes", lines -> lines.size() > 5);
		ObjectsPage.click(0, 1);
		ObjectsPage.press(SWT.CTRL, 'c');
		String start = "Name\tStatus\tRoles\tAge\tVersion\n" + ObjectsPage.names().getFirst() + "\tReady\t";
		Ui.await("the clipboard has the line", () -> {
			Clipboard clipboard = new Clipboard(null);
			Object text = clipboard.getContents(TextTransfer.getInstance());
			clipboard.dispose();
			return text instanceof String copied && copied.startsWith(start) && copied.lines().count() == 2;
		});
	}

	@Test
	void whatCannotBeListedSaysWhyAndTheRestGoesOn() {
		ObjectsPage.list("nodes", List.of("admin-cert", "viewer", "wrong-ca"));
		ObjectsPage.await("nodes of the first", lines -> !lines.isEmpty());
		ObjectsPage.awaitTrouble("wrong-ca");
		ObjectsPage.awaitTrouble("viewer");
		Journey.photograph("objects-troubles");
		ObjectsPage.list("secrets", List.of("nobody"));
		ObjectsPage.awaitTrouble("nobody");
		Journey.photograph("objects-forbidden");
	}

	@Test
	void aFilterThatHidesAllSaysSo() {
		pods();
		Ui.run(() -> ObjectsPage.view().filter("there-is-no-such-pod"));
		ObjectsPage.await("nothing", List::isEmpty);
		Journey.photograph("objects-filtered");
		Ui.run(() -> ObjectsPage.view().filter(""));
	}
}
