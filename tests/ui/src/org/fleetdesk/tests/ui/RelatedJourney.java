package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.object.ObjectOpener;
import org.fleetdesk.ui.object.ObjectPage;
import org.fleetdesk.ui.object.ObjectRef;

/** A service does not answer: somebody walks from it to its pod and to what that needs, and finds what is not there. */
@ExtendWith(WorkbenchExtension.class)
class RelatedJourney {
	private static final String OBJECTS = """
			{apiVersion: v1, kind: ConfigMap, metadata: {name: journey-settings, namespace: team-b}, data: {a: one}}
			---
			{apiVersion: v1, kind: Service, metadata: {name: journey-front, namespace: team-b},
			  spec: {selector: {app: journey-related}, ports: [{port: 80}]}}
			---
			{apiVersion: v1, kind: Pod, metadata: {name: journey-pod, namespace: team-b, labels: {app: journey-related}},
			  spec: {volumes: [{name: a, configMap: {name: journey-settings}}, {name: b, secret: {secretName: journey-gone}}],
			  containers: [{name: c, image: "registry.test/c:1"}]}}
			""";

	@BeforeEach
	void fill() throws IOException {
		Journey.needsControlPlane();
		Path file = Files.createTempFile("related", ".yaml");
		Files.writeString(file, OBJECTS);
		Kubectl.run("apply", "-f", file.toString());
		Files.delete(file);
	}

	@AfterEach
	void leave() {
		EditorPage.closeAll();
		if (Journey.hasControlPlane()) {
			Kubectl.run("delete", "--ignore-not-found", "-n", "team-b", "pod/journey-pod",
					"service/journey-front", "configmap/journey-settings", "secret/journey-gone");
		}
	}

	private static void open(String cluster, String kind, String type, String name) {
		Ui.run(() -> ObjectOpener.open(Ui.page(), new ObjectRef(cluster, KindKey.parse(type), kind, "team-b", name),
				ObjectPage.RELATED));
	}

	/** On the UI thread. */
	private static List<String> lines() {
		return EditorPage.editor().related().lines();
	}

	private static void awaitLine(String... words) {
		Ui.await("a line with " + List.of(words),
				() -> lines().stream().anyMatch(line -> Arrays.stream(words).allMatch(line::contains)));
	}

	/** On the UI thread. */
	private static Stream<TreeItem> items(Stream<TreeItem> some) {
		return some.flatMap(item -> Stream.concat(Stream.of(item), items(Arrays.stream(item.getItems()))));
	}

	/** Tells the tree what happened to the first line of an object; posted keys and clicks are GTK's own in trees. */
	private static void tell(String name, int... types) {
		Ui.run(() -> {
			Tree tree = EditorPage.editor().related().viewer().getTree();
			Event event = new Event();
			event.item = items(Arrays.stream(tree.getItems())).filter(item -> item.getText().equals(name)).findFirst()
					.orElseThrow(() -> new AssertionError(name + " is not in " + lines()));
			tree.setFocus();
			tree.setSelection((TreeItem) event.item);
			for (int type : types) {
				tree.notifyListeners(type, event);
			}
		});
	}

	/** Opens the first line of an object as Enter does. */
	private static void enter(String name) {
		tell(name, SWT.Selection, SWT.DefaultSelection);
		Ui.await(name + " to open", () -> EditorPage.editor().getPartName().equals(name));
	}

	@Test
	void fromAServiceToItsPodAndToWhatThatNeeds() {
		open("admin-cert", "Service", "services", "journey-front");
		awaitLine("journey-pod", "Pod");
		Journey.photograph("related-service");
		enter("journey-pod");
		Ui.run(() -> EditorPage.editor().turnTo(ObjectPage.RELATED));
		awaitLine("journey-settings", "ConfigMap");
		awaitLine("journey-gone", "Secret", "does not exist");
		awaitLine("journey-front", "Service");
		Journey.photograph("related-pod");
		enter("journey-settings");
		Ui.run(() -> EditorPage.editor().turnTo(ObjectPage.RELATED));
		awaitLine("journey-pod", "Pod");
		assertTrue(Ui.ask(() -> lines().stream().anyMatch(line -> line.startsWith("Used by"))));
	}

	@Test
	void whatIsMadeIsThereAndALineOpensInPlace() {
		open("admin-cert", "Service", "services", "journey-front");
		awaitLine("journey-pod", "Pod");
		tell("journey-pod", SWT.Selection, SWT.Expand);
		awaitLine("journey-gone", "does not exist");
		Ui.await("the line to be open", () -> EditorPage.editor().related().viewer().getTree().getSelection()[0]
				.getExpanded());
		Journey.photograph("related-opened");
		Kubectl.run("create", "secret", "generic", "-n", "team-b", "journey-gone", "--from-literal=a=b");
		Ui.await("the secret", () -> lines().stream().noneMatch(line -> line.contains("does not exist")));
		assertEquals(1, Ui.ask(() -> lines().stream().filter(line -> line.contains("journey-gone")).count()));
	}

	@Test
	void whatMayNotBeSeenIsSaid() {
		open("viewer", "Pod", "pods", "journey-pod");
		awaitLine("journey-settings", "ConfigMap");
		awaitLine("Not allowed", "secrets");
		awaitLine("journey-gone", "not known");
		Journey.photograph("related-refused");
	}
}
