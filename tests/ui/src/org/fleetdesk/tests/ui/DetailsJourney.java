package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.ClusterSession;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;

@ExtendWith(WorkbenchExtension.class)
class DetailsJourney {
	private static final String CRD = """
			apiVersion: apiextensions.k8s.io/v1
			kind: CustomResourceDefinition
			metadata: {name: pumps.water.example.org}
			spec:
			  group: water.example.org
			  scope: Namespaced
			  names: {plural: pumps, singular: pump, kind: Pump}
			  versions:
			  - name: v1
			    served: true
			    storage: true
			    subresources: {status: {}}
			    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
			    additionalPrinterColumns:
			    - {name: Phase, type: string, jsonPath: .status.phase}
			    - {name: Flow, type: integer, jsonPath: .status.flow}
			""";
	private static final String PUMP = """
			apiVersion: water.example.org/v1
			kind: Pump
			metadata: {name: deep, namespace: team-b, labels: {site: north}}
			spec:
			  secretRef: {name: pump-key}
			  serviceAccountName: default
			status:
			  phase: Running
			  flow: 42
			  console: https://pumps.example.org/deep
			  conditions:
			  - {type: Ready, status: "True", reason: Primed, message: Water comes., lastTransitionTime: "2026-01-01T00:00:00Z"}
			""";

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
	}

	@AfterEach
	void close() {
		Ui.run(() -> Ui.page().closeAllEditors(false));
		ObjectsPage.clear();
	}

	private static ObjectEditor editor() {
		return Ui.page().getActiveEditor() instanceof ObjectEditor editor ? editor : null;
	}

	private static void open(String kind, String type, String namespace, String name, ObjectPage page) {
		Ui.run(() -> ObjectOpener.open(Ui.page(),
				new ObjectRef("admin-cert", KindKey.parse(type), kind, namespace, name), page));
	}

	private static void awaitShown(String text) {
		Ui.await("the page shows " + text, () -> editor() != null && editor().shown().contains(text));
	}

	private static void awaitTitle(String title) {
		Ui.await(title + " is in front", () -> editor() != null && editor().getTitle().equals(title));
	}

	/** The middle of the first of some words, that stand behind others; what gives way to it scrolls away. */
	private static Point at(String before, String words) {
		return Ui.ask(() -> {
			StyledText text = editor().overview();
			int start = text.getText().indexOf(words, text.getText().indexOf(before));
			text.setTopIndex(Math.max(0, text.getLineAtOffset(start) - 3));
			Point from = text.getLocationAtOffset(start);
			Point to = text.getLocationAtOffset(start + words.length());
			return new Point((from.x + to.x) / 2, from.y + text.getLineHeight() / 2);
		});
	}

	private static void click(String before, String words) {
		Point point = at(before, words);
		Ui.later(() -> {
			StyledText text = editor().overview();
			for (int type : new int[]{SWT.MouseDown, SWT.MouseUp}) {
				Event event = new Event();
				event.button = 1;
				event.count = 1;
				event.x = point.x;
				event.y = point.y;
				text.notifyListeners(type, event);
			}
		});
	}

	/** A picture of the page in the whole window. */
	private static void photograph(String name) {
		state(IWorkbenchPage.STATE_MAXIMIZED);
		Journey.photograph(name);
		state(IWorkbenchPage.STATE_RESTORED);
	}

	private static void state(int state) {
		Ui.run(() -> Ui.page().setPartState(Ui.page().getReference(editor()), state));
	}

	/** Chooses from the context menu of some words. */
	private static void choose(String before, String words, String label) {
		Ui.run(() -> {
			StyledText text = editor().overview();
			int start = text.getText().indexOf(words, text.getText().indexOf(before));
			text.setSelection(start + 1);
			Menu menu = text.getMenu();
			Event detect = new Event();
			detect.detail = SWT.MENU_KEYBOARD;
			text.notifyListeners(SWT.MenuDetect, detect);
			menu.notifyListeners(SWT.Show, new Event());
			MenuItem item = Arrays.stream(menu.getItems()).filter(i -> i.getText().replace("&", "").equals(label))
					.findFirst().orElseThrow(
							() -> new AssertionError(Arrays.stream(menu.getItems()).map(MenuItem::getText).toList()));
			item.notifyListeners(SWT.Selection, new Event());
			menu.notifyListeners(SWT.Hide, new Event());
		});
	}

	private static void apply(String yaml) {
		try {
			Path file = Files.createTempFile("journey", ".yaml");
			Kubectl.run("apply", "-f", Files.writeString(file, yaml).toString());
			Files.delete(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void aWalkByLinksGoesBackAndForward() {
		Kubectl.run("run", "journey-walk", "-n", "team-b", "--image=registry.example.org/walk:1");
		try {
			Ui.await("it has a node", Duration.ofSeconds(30), () -> !Kubectl
					.run("get", "pod", "-n", "team-b", "journey-walk", "-o", "jsonpath={.spec.nodeName}").isBlank());
			String node = Kubectl.run("get", "pod", "-n", "team-b", "journey-walk", "-o",
					"jsonpath={.spec.nodeName}");
			open("Pod", "pods", "team-b", "journey-walk", ObjectPage.OVERVIEW);
			awaitShown("registry.example.org/walk:1");
			awaitShown(node);
			photograph("details-pod");
			click("Node\t", node);
			awaitTitle(node);
			awaitShown("Conditions");
			photograph("details-node");
			Ui.run(() -> editor().turnTo(ObjectPage.YAML));
			Input.press(SWT.ALT, SWT.ARROW_LEFT);
			Ui.await("the node's overview", () -> editor().page() == ObjectPage.OVERVIEW);
			Input.press(SWT.ALT, SWT.ARROW_LEFT);
			awaitTitle("journey-walk");
			Input.press(SWT.ALT, SWT.ARROW_RIGHT);
			awaitTitle(node);
			assertEquals(ObjectPage.OVERVIEW, Ui.ask(() -> editor().page()));
			Input.press(SWT.ALT, SWT.ARROW_RIGHT);
			Ui.await("the node's YAML", () -> editor().page() == ObjectPage.YAML);
		} finally {
			Kubectl.run("delete", "pod", "-n", "team-b", "journey-walk", "--grace-period=0", "--force");
		}
	}

	@Test
	void valuesAreCopiedAndLinksAreReachedByKeys() {
		Kubectl.run("run", "journey-copy", "-n", "team-b", "--image=registry.example.org/copy:1",
				"--labels=colour=green");
		try {
			open("Pod", "pods", "team-b", "journey-copy", ObjectPage.OVERVIEW);
			awaitShown("green");
			choose("colour", "green", "Copy value");
			assertEquals("green", Ui.clipboard());
			choose("colour", "green", "Copy row");
			assertEquals("colour\tgreen", Ui.clipboard());
			choose("colour", "green", "Copy path");
			assertEquals("metadata.labels.colour", Ui.clipboard());
			Ui.run(() -> {
				StyledText text = editor().overview();
				int start = text.getText().indexOf("green", text.getText().indexOf("colour"));
				text.setFocus();
				text.setSelection(start, start + 3);
			});
			Input.press(SWT.CTRL, 'c');
			Ui.await("the selection in the clipboard", Duration.ofSeconds(30), () -> Ui.clipboard().equals("gre"));
			Ui.run(() -> Ui.execute(IWorkbenchCommandConstants.EDIT_SELECT_ALL));
			Ui.run(() -> Ui.execute(IWorkbenchCommandConstants.EDIT_COPY));
			assertTrue(Ui.clipboard().contains("colour\tgreen") && Ui.clipboard().contains("team-b"), Ui.clipboard());
			Ui.run(() -> editor().overview().setSelection(0));
			Ui.run(() -> editor().overview().traverse(SWT.TRAVERSE_TAB_NEXT));
			Ui.await("the first link", () -> editor().overview().getSelectionText().equals("team-b"));
		} finally {
			Kubectl.run("delete", "pod", "-n", "team-b", "journey-copy", "--grace-period=0", "--force");
		}
	}

	@Test
	void aKindThatNobodyDescribedShowsWhatItsAuthorThoughtOf() {
		apply(CRD);
		try {
			Kubectl.run("wait", "--for=condition=Established", "crd/pumps.water.example.org");
			Kubectl.run("create", "secret", "generic", "-n", "team-b", "pump-key", "--from-literal=key=1234567");
			apply(PUMP.replaceAll("(?s)status:.*", ""));
			Kubectl.run("patch", "pump", "-n", "team-b", "deep", "--subresource=status", "--type=merge", "-p",
					"""
							{"status":{"phase":"Running","flow":42,"console":"https://pumps.example.org/deep","conditions":[\
							{"type":"Ready","status":"True","reason":"Primed","message":"Water comes.",\
							"lastTransitionTime":"2026-01-01T00:00:00Z"}]}}""");
			FleetPage.show();
			FleetPage.open("admin-cert");
			Fleet fleet = PlatformUI.getWorkbench().getService(Fleet.class);
			Ui.await("the cluster serves pumps", Duration.ofMinutes(2), () -> {
				Cluster cluster = fleet.cluster("admin-cert").orElseThrow();
				cluster.session().ifPresent(ClusterSession::refresh);
				return KindKey.parse("pumps.water.example.org").in(cluster.state().catalogue()).isPresent();
			});
			open("Pump", "pumps.water.example.org", "team-b", "deep", ObjectPage.OVERVIEW);
			awaitShown("Summary");
			for (String shown : List.of("Phase\tRunning", "Flow\t42", "Ready\tTrue", "Water comes.",
					"spec.secretRef.name\tSecret\tpump-key", "https://pumps.example.org/deep", "site\tnorth")) {
				awaitShown(shown);
			}
			photograph("details-undescribed");
			click("Refers to", "pump-key");
			awaitTitle("pump-key");
			awaitShown("(7 bytes)");
		} finally {
			Kubectl.run("delete", "secret", "-n", "team-b", "pump-key", "--ignore-not-found");
			Kubectl.run("delete", "crd", "pumps.water.example.org");
		}
	}

	@Test
	void earlierVersionsOfAWorkloadAreComparedAfterTwoChangedImages() {
		Kubectl.run("create", "deployment", "journey-history", "-n", "team-b", "--image=registry.example.org/web:1");
		try {
			for (int version = 2; version <= 3; version++) {
				String before = "web:" + (version - 1);
				Ui.await("revision " + (version - 1), Duration.ofSeconds(30),
						() -> Kubectl.run("get", "rs", "-n", "team-b", "-o",
								"jsonpath={.items[*].spec.template.spec.containers[*].image}").contains(before));
				Kubectl.run("set", "image", "-n", "team-b", "deployment/journey-history",
						"*=registry.example.org/web:" + version);
			}
			open("Deployment", "deployments.apps", "team-b", "journey-history", ObjectPage.HISTORY);
			Ui.await("three revisions", () -> editor().page() == ObjectPage.HISTORY
					&& editor().revisions().getItemCount() == 3);
			assertTrue(Ui.ask(() -> editor().revisions().getItem(0).getText()).contains("3"));
			awaitShown("web:2");
			photograph("details-history");
			Ui.run(() -> {
				editor().revisions().setSelection(new int[]{0, 2});
				editor().revisions().notifyListeners(SWT.Selection, new Event());
			});
			awaitShown("From revision 1 to revision 3");
			awaitShown("image: registry.example.org/web:1");
			awaitShown("image: registry.example.org/web:3");
			photograph("details-history-two");
			Ui.run(() -> editor().revisions().forceFocus());
			Ui.run(() -> Ui.execute(IWorkbenchCommandConstants.EDIT_COPY));
			List<String> copied = Ui.clipboard().lines().toList();
			assertEquals(3, copied.size(), "two revisions below their headings");
			assertTrue(copied.getLast().startsWith("1\t") && copied.getLast().contains("web:1"), copied::toString);
			Ui.run(() -> editor().turnTo(ObjectPage.OVERVIEW));
			awaitShown("registry.example.org/web:3");
			photograph("details-workload");
		} finally {
			Kubectl.run("delete", "deployment", "-n", "team-b", "journey-history");
		}
	}
}
