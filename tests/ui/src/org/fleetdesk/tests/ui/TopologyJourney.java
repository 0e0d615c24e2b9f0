package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.xml.sax.SAXException;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.relations.RelationGraph.Presence;
import org.fleetdesk.core.topology.Topology.Box;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.Menus;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.object.ObjectEditor;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;
import org.fleetdesk.ui.topology.TopologyOpener;
import org.fleetdesk.ui.topology.TopologyView;

/** Somebody looks at an application as a drawing: its pods folded and not, narrowed, walked through, and as a file. */
@ExtendWith(WorkbenchExtension.class)
class TopologyJourney {
	private static final String OBJECTS = """
			{apiVersion: v1, kind: ConfigMap, metadata: {name: drawn-settings, namespace: team-b}, data: {a: one}}
			---
			{apiVersion: v1, kind: Service, metadata: {name: drawn-front, namespace: team-b},
			  spec: {selector: {app: drawn}, ports: [{port: 80}]}}
			---
			{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: drawn-route, namespace: team-b},
			  spec: {defaultBackend: {service: {name: drawn-front, port: {number: 80}}}}}
			---
			{apiVersion: apps/v1, kind: Deployment, metadata: {name: drawn-shop, namespace: team-b},
			  spec: {replicas: 3, selector: {matchLabels: {app: drawn}}, template: {metadata: {labels: {app: drawn}},
			  spec: {volumes: [{name: a, configMap: {name: drawn-settings}}, {name: b, secret: {secretName: drawn-gone}}],
			  containers: [{name: c, image: "registry.test/c:1"}]}}}}
			""";
	private static final Duration PATIENCE = Duration.ofSeconds(90);
	private static final List<String> MADE = List.of("deployment/drawn-shop", "ingress/drawn-route",
			"service/drawn-front", "configmap/drawn-settings");

	@BeforeEach
	void fill() throws IOException {
		Journey.needsControlPlane();
		Path file = Files.createTempFile("topology", ".yaml");
		Files.writeString(file, OBJECTS);
		Kubectl.run("apply", "-f", file.toString());
		Files.delete(file);
	}

	@AfterEach
	void leave() {
		EditorPage.closeAll();
		Ui.run(() -> Optional.ofNullable(Ui.page().findView(TopologyView.ID)).ifPresent(view -> Ui.page()
				.hideView(view)));
		if (Journey.hasControlPlane()) {
			MADE.forEach(object -> Kubectl.run("delete", "--ignore-not-found", "-n", "team-b", object));
		}
	}

	private static TopologyView view() {
		return (TopologyView) Ui.page().findView(TopologyView.ID);
	}

	private static void about(String kind, String type, String name) {
		Ui.run(() -> TopologyOpener.about(Ui.page(),
				new ObjectRef("admin-cert", KindKey.parse(type), kind, "team-b", name)));
	}

	/** On the UI thread. */
	private static Optional<Box> box(Predicate<Box> fits) {
		return view().topology().boxes().stream().filter(fits).findFirst();
	}

	/** On the UI thread. */
	private static Optional<Box> named(String name) {
		return box(box -> box.id().name().equals(name));
	}

	private static void await(String what, Predicate<List<Box>> condition) {
		await(what, Duration.ofSeconds(30), condition);
	}

	private static void await(String what, Duration patience, Predicate<List<Box>> condition) {
		Ui.await(what, patience, () -> Ui.ask(() -> view() != null && condition.test(view().topology().boxes())));
	}

	/** The first drawing opens the cluster, reads every kind of list and loads what lays out; a busy machine takes its time. */
	private static void awaitApplication() {
		await("the application", PATIENCE,
				boxes -> boxes.stream().anyMatch(box -> box.within().getOrDefault("Pod", 0) == 3)
						&& List.of("drawn-front", "drawn-route", "drawn-settings", "drawn-gone").stream()
								.allMatch(name -> boxes.stream().anyMatch(box -> box.id().name().equals(name))));
	}

	private static void select(String name) {
		Ui.run(() -> {
			view().canvas().control().setFocus();
			view().canvas().select(named(name).map(Box::id));
		});
	}

	private static String selected() {
		return Ui.ask(() -> view().canvas().box().map(box -> box.id().name()).orElse(""));
	}

	/** Tells the canvas of a key; those that are posted do not reach it. */
	private static void press(int key) {
		Ui.run(() -> {
			Event event = new Event();
			event.keyCode = key;
			event.character = (key & SWT.KEYCODE_BIT) == 0 ? (char) key : 0;
			control().setFocus();
			control().notifyListeners(SWT.KeyDown, event);
		});
	}

	/** Tells the canvas of the mouse; on the UI thread. */
	private static void mouse(int type, int x, int y) {
		Event event = new Event();
		event.button = type == SWT.MouseMove ? 0 : 1;
		event.x = x;
		event.y = y;
		control().notifyListeners(type, event);
	}

	/** On the UI thread. */
	private static Control control() {
		return view().canvas().control();
	}

	/** On the UI thread. */
	private static Rectangle bounds(String name) {
		return view().canvas().bounds(named(name).orElseThrow().id()).orElseThrow();
	}

	private static double scale() {
		return Ui.ask(() -> view().canvas().scale());
	}

	private static void awaitOpened(String name) {
		Ui.await("the page of " + name, () -> Ui.page().getActiveEditor() instanceof ObjectEditor editor
				&& editor.getPartName().equals(name));
	}

	@Test
	void whatLaysOutIsLoadedForTheFirstDrawing() {
		assertTrue(WorkbenchExtension.started().contains("org.fleetdesk.ui"), WorkbenchExtension.started()::toString);
		assertFalse(WorkbenchExtension.started().contains("org.eclipse.elk.core"));
		Ui.run(() -> TopologyOpener.open(Ui.page()).show("", ""));
		assertTrue(Ui.ask(() -> view().said()).startsWith("Select a namespace"));
		Journey.photograph("topology-nothing-chosen");
		about("Service", "services", "drawn-front");
		awaitApplication();
		assertEquals(Bundle.ACTIVE, Platform.getBundle("org.eclipse.elk.core").getState());
	}

	@Test
	void anApplicationIsFoldedOpenedNarrowedAndWalkedThrough() {
		about("Service", "services", "drawn-front");
		awaitApplication();
		Journey.photograph("topology-folded");
		select("drawn-route");
		press(SWT.ARROW_RIGHT);
		assertEquals("drawn-front", selected());
		press(SWT.ARROW_LEFT);
		assertEquals("drawn-route", selected());
		select("drawn-settings");
		press(Ui.ask(() -> bounds("drawn-settings").y < bounds("drawn-gone").y) ? SWT.ARROW_DOWN : SWT.ARROW_UP);
		assertEquals("drawn-gone", selected());
		select("drawn-shop");
		press(' ');
		await("its pods", boxes -> boxes.stream().filter(box -> box.node().type().equals("Pod")).count() == 3);
		assertEquals("drawn-shop", selected());
		Journey.photograph("topology-opened");
		Ui.run(() -> Menus.choose(control(), "Collapse"));
		awaitApplication();
		Ui.run(() -> view().bar().filter().setText("secret failed"));
		await("what is missing", boxes -> boxes.size() == 1 && boxes.getFirst().id().name().equals("drawn-gone"));
		Journey.photograph("topology-narrowed");
		Ui.run(() -> view().bar().filter().setText("no such word"));
		await("nothing", List::isEmpty);
		assertTrue(Ui.ask(() -> view().said()).contains("clear the filter"));
		Journey.photograph("topology-nothing");
		Ui.run(() -> view().bar().filter().setText(""));
		awaitApplication();
		select("drawn-settings");
		press(SWT.CR);
		awaitOpened("drawn-settings");
	}

	@Test
	void aNamespaceIsDrawnMovedAndFollowed() {
		Ui.run(() -> TopologyOpener.open(Ui.page()).show("admin-cert", "team-b"));
		awaitApplication();
		press(SWT.HOME);
		double whole = scale();
		Ui.run(() -> {
			Event event = new Event();
			event.stateMask = SWT.MOD1;
			event.count = 1;
			control().notifyListeners(SWT.MouseVerticalWheel, event);
		});
		assertTrue(scale() > whole);
		int before = Ui.ask(() -> bounds("drawn-front").y);
		Ui.run(() -> {
			Event event = new Event();
			event.count = -3;
			control().notifyListeners(SWT.MouseVerticalWheel, event);
		});
		assertTrue(Ui.ask(() -> bounds("drawn-front").y) < before);
		Kubectl.run("create", "secret", "generic", "-n", "team-b", "drawn-gone", "--from-literal=a=b");
		try {
			Ui.await("the secret", () -> named("drawn-gone").filter(box -> !box.node().uid().isEmpty()).isPresent());
			press(SWT.HOME);
			Journey.photograph("topology-namespace");
		} finally {
			Kubectl.run("delete", "--ignore-not-found", "-n", "team-b", "secret/drawn-gone");
		}
		for (int i = 0; i < 9; i++) {
			press('+');
		}
		Journey.photograph("topology-large");
		double large = scale();
		press('-');
		assertTrue(scale() < large);
		press('0');
		assertEquals(1, scale());
	}

	@Test
	void allOfItFitsAboveTheLegend() {
		Ui.run(() -> { // the page of an object leaves little of its height
			ObjectOpener.open(Ui.page(), new ObjectRef("admin-cert", KindKey.parse("services"), "Service", "team-b",
					"drawn-front"), ObjectPage.OVERVIEW);
			TopologyOpener.open(Ui.page()).show("admin-cert", "team-a");
			view().fold(false);
		});
		await("pods", boxes -> boxes.stream().anyMatch(box -> box.node().type().equals("Pod")));
		press('0');
		press(SWT.HOME);
		Journey.photograph("topology-unfolded");
		Rectangle legend = Ui.ask(() -> view().canvas().legend());
		assertTrue(legend.height > 0);
		Rectangle all = Ui.ask(() -> view().topology().boxes().stream().map(Box::id)
				.map(id -> view().canvas().bounds(id).orElseThrow()).reduce(Rectangle::union).orElseThrow());
		assertTrue(all.x >= 0 && all.y >= 0 && all.y + all.height <= legend.y, all + " " + legend);
		assertTrue(scale() < 1);
	}

	@Test
	void theMouseMovesOpensAndChooses() {
		about("Deployment", "deployments.apps", "drawn-shop");
		awaitApplication();
		Rectangle before = Ui.ask(() -> bounds("drawn-front"));
		Ui.run(() -> {
			mouse(SWT.MouseDown, before.x + 5, before.y + 5);
			mouse(SWT.MouseMove, before.x + 7, before.y + 6);
		});
		assertEquals(before, Ui.ask(() -> bounds("drawn-front")), "a hand that trembles moves nothing");
		Ui.run(() -> {
			mouse(SWT.MouseMove, before.x + 45, before.y - 15);
			mouse(SWT.MouseUp, before.x + 45, before.y - 15);
			mouse(SWT.MouseMove, before.x + 95, before.y + 15);
		});
		assertEquals(new Point(before.x + 40, before.y - 20),
				Ui.ask(() -> new Point(bounds("drawn-front").x, bounds("drawn-front").y)));
		assertEquals("drawn-front", selected());
		assertTrue(Ui.ask(() -> control().getToolTipText() == null
				|| !control().getToolTipText().contains("drawn-gone")));
		Ui.run(() -> {
			Rectangle gone = bounds("drawn-gone");
			mouse(SWT.MouseMove, gone.x + 5, gone.y + 5);
		});
		assertTrue(Ui.ask(() -> control().getToolTipText()).contains("does not exist"));
		Ui.run(() -> Menus.choose(control(), "Copy Image"));
		ImageData image = (ImageData) Ui.ask(() -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				return clipboard.getContents(ImageTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
		assertTrue(image.width > 300 && image.height > 100, image.width + "x" + image.height);
		Ui.run(() -> {
			Rectangle settings = bounds("drawn-settings");
			for (int type : new int[]{SWT.MouseDown, SWT.MouseUp, SWT.MouseDown, SWT.MouseDoubleClick, SWT.MouseUp}) {
				mouse(type, settings.x + 5, settings.y + 5);
			}
		});
		awaitOpened("drawn-settings");
		Ui.run(() -> Menus.choose(control(), "Whole Namespace"));
		assertTrue(Ui.ask(() -> view().bar().placed()).contains("Namespace team-b"));
		awaitApplication();
		select("drawn-shop");
		assertEquals(List.of("Open", "Expand", "Only Its Application", "Copy Name", "Copy Image", "Export\u2026"),
				Ui.ask(() -> Menus.offered(control())));
		Ui.run(() -> Menus.choose(control(), "Only Its Application"));
		assertTrue(Ui.ask(() -> view().bar().placed()).contains("Deployment team-b/drawn-shop"));
		awaitApplication();
	}

	@Test
	void menusAndAnObjectsPageLeadToIt() {
		FleetPage.show();
		FleetPage.open("admin-cert");
		FleetPage.await("admin-cert", "nodes");
		FleetPage.expand("admin-cert");
		FleetPage.expand("Namespaces");
		FleetPage.click("team-b");
		Ui.run(() -> Menus.choose(FleetPage.tree(), "Topology"));
		awaitApplication();
		assertTrue(Ui.ask(() -> view().bar().placed()).contains("team-b"));
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-b");
		ObjectsPage.await("the deployment", lines -> lines.stream().anyMatch(l -> l.row().name().equals("drawn-shop")));
		ObjectsPage.click(ObjectsPage.names().indexOf("drawn-shop"), 1);
		Ui.run(() -> Menus.choose(ObjectsPage.table().control(), "Topology"));
		Ui.await("the application", () -> view().bar().placed().contains("Deployment"));
		awaitApplication();
		Ui.run(() -> {
			Ui.page().hideView(view());
			ObjectOpener.open(Ui.page(), new ObjectRef("admin-cert", KindKey.parse("services"), "Service", "team-b",
					"drawn-front"), ObjectPage.RELATED);
		});
		Link link = Controls.await("the link", Link.class, l -> l.getText().contains("as a drawing"));
		Journey.photograph("topology-link");
		Ui.run(() -> link.notifyListeners(SWT.Selection, new Event()));
		awaitApplication();
		assertTrue(Ui.ask(() -> view().bar().placed()).contains("Service"));
		ObjectsPage.clear();
	}

	@Test
	void whatCannotBeDrawnIsSaid() {
		Journey.kubeconfig("""
				apiVersion: v1
				kind: Config
				clusters: [{name: undrawn, cluster: {server: "https://127.0.0.1:1"}}]
				users: [{name: me, user: {token: abc}}]
				contexts: [{name: undrawn, context: {cluster: undrawn, user: me}}]
				""");
		Ui.run(() -> TopologyOpener.open(Ui.page()).show("admin-cert", "no-such-namespace"));
		Ui.await("that nothing is there", () -> view().said().equals("There are no objects."));
		about("Deployment", "deployments.apps", "no-such-deployment");
		Ui.await("that it is not there", () -> view().said().startsWith("Deployment no-such-deployment is not there"));
		Ui.run(() -> view().about(new ObjectRef("viewer", KindKey.parse("deployments.apps"), "Deployment", "team-b",
				"drawn-shop")));
		await("what may be seen", boxes -> boxes.stream().anyMatch(box -> box.id().name().equals("drawn-gone")
				&& box.node().presence() == Presence.UNKNOWN));
		Ui.await("what may not", () -> view().troubles().stream().anyMatch(said -> said.contains("secrets")));
		Journey.photograph("topology-refused");
		Ui.run(() -> view().show("nobody", "team-b"));
		Ui.await("that nothing may be seen", () -> view().said().equals("No objects could be read."));
		Journey.photograph("topology-nobody");
		Ui.await("the cluster that is away", () -> undrawn().isPresent());
		Ui.run(() -> view().show(undrawn().orElseThrow().id(), "team-b"));
		Ui.await("that it is away", () -> view().said().equals("The cluster does not answer.")
				&& view().troubles().stream().anyMatch(said -> said.contains("undrawn")));
		Journey.photograph("topology-away");
		Ui.run(() -> view().show("no-such-cluster", "team-b"));
		assertTrue(Ui.ask(() -> view().said()).contains("not registered"));
	}

	/** On the UI thread. */
	private static Optional<Cluster> undrawn() {
		return view().getSite().getService(Fleet.class).clusters().stream().filter(c -> c.name().equals("undrawn"))
				.findFirst();
	}

	@Test
	void aDrawingBecomesAFile() throws IOException, ParserConfigurationException, SAXException {
		about("Deployment", "deployments.apps", "drawn-shop");
		awaitApplication();
		Path folder = Files.createTempDirectory("topology");
		for (String name : List.of("shop.svg", "shop.png")) {
			Ui.run(() -> view().export(folder.resolve(name)));
			Ui.await(name, () -> Files.exists(folder.resolve(name)));
		}
		Path svg = folder.resolve("shop.svg");
		assertTrue(DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg.toFile())
				.getElementsByTagName("text").getLength() >= 10);
		String text = Files.readString(svg);
		assertTrue(List.of("drawn-route", "drawn-gone", "stroke-dasharray=\"6 4\"").stream().allMatch(text::contains),
				text);
		ImageData png = new ImageData(folder.resolve("shop.png").toString());
		assertTrue(png.width > 300 && png.height > 100, png.width + "x" + png.height);
		int[] row = new int[png.width];
		png.getPixels(0, png.height / 2, png.width, row, 0);
		assertTrue(Arrays.stream(row).distinct().count() > 1, "nothing is drawn");
	}
}
