package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.journal.JournalExport;
import org.fleetdesk.core.journal.JournalFile;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.tests.ui.driver.ChangePage;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Forwarder;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.Kubectl;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.OperationsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.change.OperationJob;
import org.fleetdesk.ui.journal.OperationsView;

/** Somebody changes objects, one and many, looks at what was done, and takes it back. */
@ExtendWith(WorkbenchExtension.class)
class OperationsJourney {
	private static final String ROLLED = "journey-rolled";
	private static final String NEAR = "journey-near";
	private static final String FAR = "journey-far";
	private static final ObjectMapper MAPPER = new ObjectMapper();

	@BeforeEach
	void start() {
		Journey.needsControlPlane();
		delete();
	}

	@AfterEach
	void end() {
		Ui.run(() -> {
			Controls.visible(Shell.class).filter(shell -> shell != Ui.window()).toList().forEach(Shell::close);
			IViewPart view = Ui.page().findView(OperationsView.ID);
			if (view != null) {
				Ui.page().hideView(view);
			}
		});
		ObjectsPage.clear();
		delete();
	}

	private static void delete() {
		Kubectl.run("delete", "deployment,pdb", "-n", "team-b", "-l", "journey=operations", "--ignore-not-found");
	}

	private static void deployment(String name, int replicas) {
		Kubectl.run("create", "deployment", "-n", "team-b", name, "--image=registry/web:1.0",
				"--replicas=" + replicas);
		Kubectl.run("label", "deployment", "-n", "team-b", name, "journey=operations");
	}

	private static String image() {
		return Kubectl.run("get", "deployment", "-n", "team-b", ROLLED, "-o",
				"jsonpath={.spec.template.spec.containers[0].image}");
	}

	private static void select(String... names) {
		ObjectsPage.await(List.of(names).toString(), lines -> lines.stream().map(l -> l.row().name()).toList()
				.containsAll(List.of(names)));
		Ui.run(() -> ObjectsPage.table().select(ObjectsPage.content().lines().stream()
				.filter(line -> line.row().name().equals(names[0])).findFirst().orElseThrow()));
	}

	@Test
	void aRollbackIsSeenBeforeDoneRecordedAndTakenBack() {
		deployment(ROLLED, 1);
		Kubectl.run("set", "image", "-n", "team-b", "deployment/" + ROLLED, "*=registry/web:2.0");
		Kubectl.run("rollout", "status", "-n", "team-b", "deployment/" + ROLLED, "--timeout=60s");
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-b");
		select(ROLLED);
		OperationsPage.operate("rollback");
		String title = "Roll Back Deployment team-b/" + ROLLED;
		ask(title, "1");
		ChangePage page = ChangePage.await(title).says("registry/web:1.0");
		Ui.run(() -> Controls.find(Text.class, t -> "Is written to the journal with the change"
				.equals(t.getToolTipText())).orElseThrow().setText("CHG-4711"));
		Journey.photograph("operations-rollback");
		page.push("Apply");
		Ui.await("the image of the first revision", Duration.ofSeconds(30), () -> image().equals("registry/web:1.0"));

		OperationsPage.search("4711 " + ROLLED);
		OperationsPage.select(ROLLED, "done", "CHG-4711");
		Ui.await("what it did", () -> OperationsPage.view().said().contains("registry/web:1.0")
				&& OperationsPage.view().said().contains("registry/web:2.0"));
		Journey.photograph("operations-history");
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.undoOperation"));
		ChangePage undo = ChangePage.await("Undo Change of deployments.apps team-b/" + ROLLED)
				.says("registry/web:2.0");
		Journey.photograph("operations-undo");
		undo.push("Apply");
		Ui.await("the image of the second revision", Duration.ofSeconds(30),
				() -> image().equals("registry/web:2.0"));
		OperationsPage.search(ROLLED);
		OperationsPage.await(ROLLED, "Undo", "done");
	}

	/** Fills the dialog's one field and goes on to the preview. */
	private static void ask(String title, String value) {
		Ui.await("the question", () -> Controls.shell(title).isPresent());
		Ui.run(() -> {
			Text field = Controls.under(Controls.shell(title).orElseThrow()).filter(Text.class::isInstance)
					.map(Text.class::cast).filter(t -> t.isEnabled() && t.getEditable()).findFirst().orElseThrow();
			field.setText(value);
		});
		Controls.push("preview", b -> b.getText().equals("&Preview\u2026"));
	}

	@Test
	void aWrongArgumentIsSaidWhileItIsTyped() {
		deployment(ROLLED, 1);
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-b");
		select(ROLLED);
		OperationsPage.operate("scale");
		String title = "Scale Deployment team-b/" + ROLLED;
		Ui.await("the question with what is so at present", () -> Controls.shell(title).isPresent()
				&& field(title).getText().equals("1"));
		Ui.run(() -> field(title).setText("many"));
		assertFalse(Ui.ask(() -> preview(title).isEnabled()));
		Journey.photograph("operations-arguments");
		Ui.run(() -> field(title).setText("3"));
		assertTrue(Ui.ask(() -> preview(title).isEnabled()));
		Ui.later(() -> preview(title).notifyListeners(SWT.Selection, new Event()));
		ChangePage.await(title).says("replicas: 3").push("Apply");
		Ui.await("three replicas", Duration.ofSeconds(30), () -> Kubectl.run("get", "deployment", "-n", "team-b",
				ROLLED, "-o", "jsonpath={.spec.replicas}").equals("3"));
	}

	private static Text field(String title) {
		return Controls.under(Controls.shell(title).orElseThrow()).filter(Text.class::isInstance).map(Text.class::cast)
				.filter(Text::getEditable).findFirst().orElseThrow();
	}

	private static Button preview(String title) {
		return Controls.under(Controls.shell(title).orElseThrow()).filter(Button.class::isInstance)
				.map(Button.class::cast).filter(b -> b.getText().equals("&Preview\u2026")).findFirst().orElseThrow();
	}

	@Test
	void aRestartInTwoClustersIsFinishedWhenTheOneThatWentAwayIsBack() throws IOException {
		deployment(NEAR, 1);
		deployment(FAR, 1);
		JsonNode config = MAPPER.readTree(Kubectl.run("config", "view", "--raw", "--minify", "-o", "json"));
		int port = java.net.URI.create(config.at("/clusters/0/cluster/server").asText()).getPort();
		try (Forwarder line = new Forwarder(port)) {
			Journey.kubeconfig("""
					clusters: [{name: far, cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}}]
					users: [{name: far, user: {client-certificate-data: %s, client-key-data: %s}}]
					contexts: [{name: far-away, context: {cluster: far, user: far}}]
					""".formatted(line.port(), config.at("/clusters/0/cluster/certificate-authority-data").asText(),
					config.at("/users/0/user/client-certificate-data").asText(),
					config.at("/users/0/user/client-key-data").asText()));
			FleetPage.show();
			FleetPage.open("far-away");
			ObjectsPage.list("deployments.apps", List.of("admin-cert", "far-away"), "team-b");
			ObjectsPage.await("both clusters",
					lines -> lines.stream().map(l -> l.cluster().name()).distinct().count() == 2
							&& lines.stream().filter(l -> l.row().name().equals(FAR)).count() == 2);
			Ui.run(() -> ObjectsPage.view().filter("(name=" + NEAR + " cluster=admin-cert) or (name=" + FAR
					+ " cluster=far-away)"));
			ObjectsPage.await("one of each", lines -> lines.size() == 2);
			Ui.run(() -> {
				ObjectsPage.table().focus();
				ObjectsPage.table().selectAll();
			});
			Ui.await("two selected", () -> ObjectsPage.table().selection().size() == 2);
			OperationsPage.operate("restart");
			ChangePage page = ChangePage.await("Restart: 2 objects").says("restartedAt");
			line.cut();
			page.push("Apply");
			Ui.await("the report", Duration.ofMinutes(3), () -> Ui.ask(() -> Controls.find(Button.class,
					b -> b.getText().startsWith("&Retry")).isPresent()));
			Journey.photograph("operations-report");
			assertTrue(restarted(NEAR).length() > 10);
			String near = restarted(NEAR);
			assertEquals("", restarted(FAR));

			line.mend();
			FleetPage.await("far-away", "v1.");
			Controls.push("retry", b -> b.getText().startsWith("&Retry"));
			Ui.await("the report to go",
					() -> Controls.find(Button.class, b -> b.getText().startsWith("&Retry")).isEmpty());
			ChangePage.await("Restart: 2 objects").says(FAR).push("Apply");
			Ui.await("the other one is restarted, too", Duration.ofSeconds(60), () -> !restarted(FAR).isEmpty());
			assertEquals(near, restarted(NEAR));
			OperationsPage.search("restart journey-");
			OperationsPage.await("2 objects", "1 done");
			OperationsPage.select("2 objects", "1 done");
			OperationsPage.press(SWT.ARROW_RIGHT);
			OperationsPage.await(FAR, "far-away");
			Journey.photograph("operations-unfolded");
		} finally {
			Journey.kubeconfig("apiVersion: v1\nkind: Config\n");
		}
	}

	private static String restarted(String name) {
		return Kubectl.run("get", "deployment", "-n", "team-b", name, "-o",
				"jsonpath={.spec.template.metadata.annotations.kubectl\\.kubernetes\\.io/restartedAt}");
	}

	@Test
	void anAfternoonsHistoryIsExported() throws IOException {
		deployment(ROLLED, 1);
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-b");
		select(ROLLED);
		OperationsPage.operate("pause");
		ChangePage.await("Pause Deployment team-b/" + ROLLED).says("paused: true").push("Apply");
		OperationsPage.search("pause " + ROLLED);
		OperationsPage.await(ROLLED, "done");
		Path folder = Files.createTempDirectory("history");
		Path table = folder.resolve("history.csv");
		Path objects = folder.resolve("history.json");
		Ui.run(() -> OperationsPage.view().export(table, JournalExport.Form.CSV));
		Ui.run(() -> OperationsPage.view().export(objects, JournalExport.Form.JSON));
		Ui.await("both files", Duration.ofSeconds(30), () -> Files.exists(table) && Files.exists(objects));
		List<String> lines = Files.readAllLines(table);
		assertTrue(lines.getFirst().startsWith("begun,ended,outcome,operation,type"), lines.getFirst());
		assertTrue(lines.stream().skip(1).allMatch(line -> line.contains("pause") && line.contains(ROLLED)),
				lines::toString);
		JsonNode entry = MAPPER.readTree(objects.toFile()).get(0);
		assertEquals(ROLLED, entry.at("/name").asText());
		assertTrue(entry.at("/after/spec/paused").asBoolean(), entry::toString);
		assertEquals(Set.of("history.csv", "history.json"), names(folder));
	}

	@Test
	void whatACrashCutOffIsFoundOutWhenSomebodyLooksAtIt() throws IOException {
		deployment(ROLLED, 2);
		FleetPage.show();
		ObjectsPage.list("deployments.apps", List.of("admin-cert"), "team-b");
		select(ROLLED);
		ObjectNode after = (ObjectNode) MAPPER
				.readTree(Kubectl.run("get", "deployment", "-n", "team-b", ROLLED, "-o", "json"));
		ObjectNode before = after.deepCopy();
		((ObjectNode) before.get("spec")).put("replicas", 1);
		Entry cut = Entry
				.begin(Instant.now(), new Entry.By("command line", "joe", 1L << 40),
						new Entry.Place("admin-cert", "admin-cert", "admin-cert"),
						new Entry.Subject("edit", "deployments.apps", "team-b", ROLLED))
				.with(Optional.of(before), Optional.of(after));
		new JournalFile(new DataFolder(Path.of(System.getenv("XDG_DATA_HOME"), "fleetdesk")), JournalFile.LIMIT,
				Thread.ofVirtual().factory(), finding -> {
					throw new AssertionError(finding.text());
				}).record(cut);
		OperationsPage.search(ROLLED + " joe");
		OperationsPage.select(ROLLED, "unknown", "Edit");
		OperationsPage.await(ROLLED, "done", "Edit");
		Ui.await("what it did", () -> OperationsPage.view().said().contains("replicas: 2"));
	}

	private static Set<String> names(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).collect(java.util.stream.Collectors.toSet());
		}
	}

	@Test
	void aDrainThatADisruptionBudgetHoldsUpSaysSoAndEndsWhenItIsCancelled() {
		deployment(ROLLED, 1);
		Kubectl.run("rollout", "status", "-n", "team-b", "deployment/" + ROLLED, "--timeout=60s");
		Kubectl.run("create", "pdb", "-n", "team-b", "journey-budget", "--selector=app=" + ROLLED,
				"--min-available=1");
		Kubectl.run("label", "pdb", "-n", "team-b", "journey-budget", "journey=operations");
		Ui.await("the budget's status", Duration.ofSeconds(30), () -> Kubectl.run("get", "pdb", "-n", "team-b",
				"journey-budget", "-o", "jsonpath={.status.expectedPods}").equals("1"));
		String node = Kubectl.run("get", "pods", "-n", "team-b", "-l", "app=" + ROLLED, "-o",
				"jsonpath={.items[0].spec.nodeName}");
		try {
			ObjectsPage.list("nodes", List.of("admin-cert"));
			select(node);
			Ui.run(() -> OperationsPage.view());
			Ui.run(() -> ObjectsPage.view());
			OperationsPage.operate("drain");
			String title = "Drain Node " + node;
			Ui.await("the question", () -> Controls.shell(title).isPresent());
			Ui.run(() -> Controls.find(Text.class, t -> "pod-selector".equals(t.getData())).orElseThrow()
					.setText("app=" + ROLLED));
			Ui.later(() -> preview(title).notifyListeners(SWT.Selection, new Event()));
			ChangePage.await(title).says(ROLLED).push("Apply");
			Ui.await("why it waits", Duration.ofSeconds(60), () -> Ui.ask(() -> Controls.find(Text.class,
					t -> t.getText().contains("journey-budget")).isPresent()));
			Journey.photograph("operations-drain");
			Controls.push("cancel", b -> b.getShell() == Ui.window() && b.getText().equals("Cancel"));
			Ui.await("the report", Duration.ofSeconds(60), () -> Ui.ask(() -> Controls.find(Button.class,
					b -> b.getText().startsWith("&Retry")).isPresent()));
			Journey.photograph("operations-drain-report");
			Controls.push("close", b -> b.getText().replace("&", "").equals("Close"));
			assertEquals(0, Job.getJobManager().find(OperationJob.class).length);
			assertEquals("1", Kubectl.run("get", "deployment", "-n", "team-b", ROLLED, "-o",
					"jsonpath={.status.readyReplicas}"));
		} finally {
			Kubectl.run("uncordon", node);
		}
	}
}
