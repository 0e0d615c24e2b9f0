package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

import org.eclipse.jface.text.IFindReplaceTarget;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.compare.Hand;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.tests.ui.driver.ChangePage;
import org.fleetdesk.tests.ui.driver.ComparePage;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.compare.SideRef;
import org.fleetdesk.ui.object.ObjectRef;

@ExtendWith(WorkbenchExtension.class)
class CompareJourney {
	private static final String NAME = "journey-compare";
	private static final String IMAGE = ".spec.template.spec.containers[name=\"web\"].image";
	private static final String TITLE = "Apply Changes to Deployment team-b/" + NAME;

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		clean();
		for (String namespace : List.of("team-a", "team-b")) {
			boolean first = namespace.equals("team-a");
			Kubectl.run("create", "deployment", "-n", namespace, NAME, "--image=registry/web:" + (first ? 1 : 2),
					"--replicas=" + (first ? 1 : 2));
			Kubectl.run("create", "secret", "generic", "-n", namespace, NAME,
					"--from-literal=password=" + (first ? "hush-one" : "hush-two"), "--from-literal=user=me");
		}
	}

	@AfterEach
	void end() {
		ChangePage.closeAll();
		mark(Mark.NONE);
		EditorPage.closeAll();
		ObjectsPage.clear();
		clean();
	}

	private static void clean() {
		for (String namespace : List.of("team-a", "team-b")) {
			Kubectl.run("delete", "deployment,secret", "-n", namespace, NAME, "--ignore-not-found");
		}
	}

	private static void mark(Mark mark) {
		Ui.run(() -> {
			Fleet fleet = PlatformUI.getWorkbench().getService(Fleet.class);
			fleet.mark(fleet.cluster("admin-cert").orElseThrow(), mark);
		});
	}

	private static SideRef object(String cluster, String kind, String type, String namespace) {
		return new SideRef.OfObject(new ObjectRef(cluster, KindKey.parse(type), kind, namespace, NAME));
	}

	private static SideRef deployment(String cluster, String namespace) {
		return object(cluster, "Deployment", "deployments.apps", namespace);
	}

	private static String field(String kind, String path) {
		return Kubectl.run("get", kind, "-n", "team-b", NAME, "-o", "jsonpath={" + path + "}");
	}

	private static String image() {
		return field("deployment", ".spec.template.spec.containers[0].image");
	}

	@Test
	void twoDeploymentsOfTwoClustersBecomeTheSameAfterWhatThatMeansWasSeen() {
		ComparePage.open(deployment("token", "team-a"), deployment("admin-cert", "team-b"));
		ComparePage.await(".spec.replicas", true);
		assertEquals(List.of(".spec.replicas", IMAGE), ComparePage.fields());
		Journey.photograph("compare");
		ComparePage.copy(IMAGE, Hand.RIGHT);
		assertTrue(ComparePage.text(Hand.RIGHT).contains("registry/web:1"));
		Input.press(SWT.CTRL, 'z');
		ComparePage.await(IMAGE, true);
		ComparePage.awaitClean();
		ComparePage.copy(".spec.replicas", Hand.RIGHT);
		ComparePage.copy(IMAGE, Hand.RIGHT);
		Journey.photograph("compare-copied");
		assertEquals("registry/web:2", image());
		ComparePage.save();
		ChangePage change = ChangePage.await(TITLE).says("registry/web:1").says("registry/web:2");
		Journey.photograph("compare-change");
		change.push("Take Over and Apply");
		ComparePage.awaitClean();
		assertEquals("registry/web:1", image());
		Ui.await("nothing differs", () -> ComparePage.editor().differences().isEmpty());
		assertTrue(ComparePage.text(Hand.RIGHT).contains("registry/web:1"));
	}

	@Test
	void twoSelectedLinesAreComparedByACommandAndKeysGoFromDifferenceToDifference() {
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-a", "team-b");
		Ui.run(() -> ObjectsPage.box().setText("name:" + NAME));
		ObjectsPage.await("both", lines -> lines.size() == 2);
		ObjectsPage.click(0, 1);
		ObjectsPage.tell(SWT.CTRL, 'a');
		Ui.await("two lines are selected", () -> ObjectsPage.table().selection().size() == 2);
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.compare"));
		ComparePage.awaitTexts();
		ComparePage.await(".spec.replicas", true);
		Ui.run(() -> ComparePage.editor().setFocus());
		Input.press(SWT.CTRL, '.');
		Ui.await("a difference is shown", () -> ComparePage.editor().current() == 0);
		Input.press(SWT.CTRL, '.');
		Ui.await("the next one", () -> ComparePage.editor().current() == 1);
		Input.press(SWT.CTRL, ',');
		Ui.await("the one before", () -> ComparePage.editor().current() == 0);
		Journey.photograph("compare-current");
	}

	@Test
	void anObjectIsComparedWithOneThatIsChosen() {
		EditorPage.open("admin-cert", "Deployment", "deployments.apps", "team-a", NAME);
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.compare"));
		Ui.await("what there is", () -> Controls.shell("Compare Deployment").flatMap(shell -> Controls.under(shell)
				.filter(Table.class::isInstance).map(Table.class::cast).findFirst())
				.filter(table -> table.getItemCount() > 1).isPresent());
		Journey.photograph("compare-with");
		Controls.push("OK", button -> button.getText().equals("OK"));
		ComparePage.awaitTexts();
	}

	@Test
	void whereItIsReadStaysAndItIsFoundAndCopiedAsItIs() {
		ComparePage.open(deployment("token", "team-a"), deployment("admin-cert", "team-b"));
		ComparePage.await(IMAGE, true);
		assertEquals("token: Deployment team-a/%1$s \u2194 admin-cert: Deployment team-b/%1$s".formatted(NAME),
				Ui.ask(() -> ComparePage.editor().getTitle()));
		assertEquals("admin-cert: Deployment team-b/" + NAME, Ui.ask(() -> Controls
				.find(Table.class, table -> table.getColumn(0).getText().equals("Field")).orElseThrow().getColumn(3)
				.getText()));
		Ui.run(() -> ComparePage.editor().choose(".spec.replicas"));
		Ui.run(() -> text(Hand.RIGHT).setTopIndex(text(Hand.RIGHT).getLineCount() - 1));
		Ui.settle();
		String top = top(Hand.RIGHT);
		Kubectl.run("label", "deployment", "-n", "team-b", NAME, "theirs=too");
		Ui.await("the label", () -> text(Hand.RIGHT).getText().contains("theirs: too"));
		Ui.settle();
		assertEquals(top, top(Hand.RIGHT));
		assertEquals(Ui.ask(() -> text(Hand.LEFT).getTopPixel()), Ui.ask(() -> text(Hand.RIGHT).getTopPixel()));
		Ui.run(() -> {
			text(Hand.LEFT).forceFocus();
			ComparePage.editor().getAdapter(IFindReplaceTarget.class).findAndSelect(-1, "web:1", true, true, false);
			assertEquals("web:1", text(Hand.LEFT).getSelectionText());
			assertTrue(PlatformUI.getWorkbench().getService(ICommandService.class)
					.getCommand(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE).isEnabled());
			text(Hand.LEFT).selectAll();
			assertTrue(text(Hand.LEFT).getSelectionText().contains("\n\n"), "a line that only the other has");
			Ui.execute(IWorkbenchCommandConstants.EDIT_COPY);
		});
		assertEquals(ComparePage.text(Hand.LEFT).replaceAll("\n+", "\n").strip(), Ui.clipboard().strip());
	}

	/** On the UI thread. */
	private static StyledText text(Hand hand) {
		return ComparePage.editor().text(hand);
	}

	private static String top(Hand hand) {
		return Ui.ask(() -> text(hand).getLine(text(hand).getTopIndex()));
	}

	@Test
	void aReadOnlyClusterRefuses() {
		mark(new Mark("#3b7dd8", false, true));
		ComparePage.open(deployment("token", "team-a"), deployment("admin-cert", "team-b"));
		ComparePage.await(IMAGE, true);
		ComparePage.copy(IMAGE, Hand.RIGHT);
		ComparePage.save();
		ComparePage.awaitSaid("read-only");
		Ui.await("it is refused", () -> ComparePage.editor().notices().size() > 1);
		Journey.photograph("compare-read-only");
		assertEquals("registry/web:2", image());
		assertTrue(Ui.ask(() -> ComparePage.editor().isDirty()));
	}

	@Test
	void whatOthersChangeMeanwhileIsSaidAndPutBelowWhatWasCopied() {
		ComparePage.open(deployment("token", "team-a"), deployment("admin-cert", "team-b"));
		ComparePage.await(IMAGE, true);
		ComparePage.copy(IMAGE, Hand.RIGHT);
		Kubectl.run("label", "deployment", "-n", "team-b", NAME, "theirs=too");
		ComparePage.awaitSaid("has changed on its cluster");
		Journey.photograph("compare-meanwhile");
		ComparePage.choose("Re-base");
		ComparePage.await(".metadata.labels.theirs", true);
		assertTrue(ComparePage.text(Hand.RIGHT).contains("registry/web:1"));
		assertTrue(Ui.ask(() -> ComparePage.editor().isDirty()));
	}

	@Test
	void aFileTakesFromAnObjectWhatIsCopiedAndKeepsItsComments() throws IOException {
		Path file = Files.writeString(Files.createTempDirectory("compare").resolve("web.yaml"), """
				# before the sale
				apiVersion: v1
				kind: Service
				metadata: {name: other}
				---
				# the shop
				kind: Deployment
				apiVersion: apps/v1
				metadata:
				  name: %s
				spec:
				  replicas: 9 # for the sale
				""".formatted(NAME));
		ComparePage.open(new SideRef.OfFile(file, 0), deployment("admin-cert", "team-b"));
		ComparePage.await(".spec.replicas", true);
		Journey.photograph("compare-file");
		ComparePage.copy(".spec.replicas", Hand.LEFT);
		ComparePage.save();
		ComparePage.awaitClean();
		String text = Files.readString(file);
		assertTrue(text.contains("# the shop\n") && text.contains("replicas: 2 # for the sale\n")
				&& text.startsWith("# before the sale\n"), text);
		Files.delete(file);
		Files.delete(file.getParent());
	}

	@Test
	void valuesOfSecretsStayHiddenWhileTheyAreComparedAndCopied() {
		ComparePage.open(object("token", "Secret", "secrets", "team-a"),
				object("admin-cert", "Secret", "secrets", "team-b"));
		ComparePage.await(".data.password", true);
		assertEquals(List.of(".data.password"), ComparePage.fields());
		Journey.photograph("compare-secret");
		String hidden = Base64.getEncoder().encodeToString("hush".getBytes()).substring(0, 5);
		assertFalse((ComparePage.text(Hand.LEFT) + ComparePage.text(Hand.RIGHT)).contains(hidden));
		ComparePage.copy(".data.password", Hand.RIGHT);
		ComparePage.save();
		ChangePage change = ChangePage.await("Apply Changes to Secret team-b/" + NAME).says("password");
		assertFalse(change.words().contains(hidden));
		change.push("Take Over and Apply");
		ComparePage.awaitClean();
		assertEquals("hush-one", new String(Base64.getDecoder().decode(field("secret", ".data.password"))));
	}
}
