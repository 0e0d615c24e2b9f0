package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.tests.ui.driver.Controls;
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

	private static int editors() {
		return Ui.ask(() -> Ui.page().getEditorReferences().length);
	}

	/** Whether the first choice of the tree's menu, to open, can be chosen; on the UI thread. */
	private static boolean opens() {
		Menu menu = EditorPage.editor().related().viewer().getTree().getMenu();
		menu.notifyListeners(SWT.Show, new Event());
		boolean enabled = menu.getItem(0).isEnabled();
		menu.notifyListeners(SWT.Hide, new Event());
		return enabled;
	}

	@Test
	void manyAreOpenedOnlyIfSomebodySaysSoAndGroupsNever() throws IOException {
		String volumes = IntStream.range(0, 12)
				.mapToObj(i -> "{name: v%1$d, secret: {secretName: journey-many-%1$d}}".formatted(i))
				.collect(Collectors.joining(", "));
		Path file = Files.createTempFile("related", ".yaml");
		Files.writeString(file,
				"""
						{apiVersion: v1, kind: Pod, metadata: {name: journey-pod, namespace: team-b, labels: {app: journey-many}},
						  spec: {volumes: [%s], containers: [{name: c, image: "registry.test/c:1"}]}}
						"""
						.formatted(volumes));
		Kubectl.run("replace", "--force", "--grace-period=0", "-f", file.toString());
		Files.delete(file);
		open("admin-cert", "Pod", "pods", "journey-pod");
		awaitLine("journey-many-11");
		Ui.run(() -> {
			Tree tree = EditorPage.editor().related().viewer().getTree();
			tree.setSelection(tree.getItem(0));
			assertFalse(opens(), "a group is opened");
			tree.setSelection(tree.getItem(0).getItem(0));
			assertTrue(opens(), "an object is not opened");
			tree.forceFocus();
			Ui.execute(IWorkbenchCommandConstants.EDIT_COPY);
		});
		List<String> copied = Ui.clipboard().lines().toList();
		assertEquals(2, copied.size(), copied::toString);
		assertTrue(copied.getFirst().startsWith("Name\tKind"), copied::toString);
		Ui.run(() -> Ui.execute(IWorkbenchCommandConstants.EDIT_SELECT_ALL));
		Ui.later(() -> EditorPage.editor().related().viewer().getTree().notifyListeners(SWT.DefaultSelection,
				new Event()));
		Controls.push("No", button -> button.getText().replace("&", "").equals("No"));
		Ui.settle();
		assertEquals(1, editors());
		Ui.later(() -> EditorPage.editor().related().viewer().getTree().notifyListeners(SWT.DefaultSelection,
				new Event()));
		Controls.await("the question", Button.class, button -> button.getText().replace("&", "").equals("Yes"));
		Journey.photograph("related-open-many");
		Controls.push("Yes", button -> button.getText().replace("&", "").equals("Yes"));
		Ui.await("all are open", () -> Ui.page().getEditorReferences().length > 12);
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
