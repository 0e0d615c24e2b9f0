package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.fleet.Cluster;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.live.Group;
import org.fleetdesk.core.live.Line;
import org.fleetdesk.demo.DemoServer;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.table.LiveTable;

/**
 * The pods of three clusters in one table: 30,000, or 102,000 with {@code JAVA_TOOL_OPTIONS=-Dfleetdesk.long=true}. The clusters are one
 * server under three names, so that the machine holds it.
 */
@ExtendWith(WorkbenchExtension.class)
class LargeListJourney {
	private static final int PODS = Boolean.getBoolean("fleetdesk.long") ? 34_000 : 10_000;
	private static final List<String> CLUSTERS = List.of("asia", "eu", "us");
	private static final Duration LONG = Duration.ofMinutes(3);

	private static DemoServer server;

	@BeforeAll
	static void startServer() {
		server = DemoServer.healthy(PODS);
	}

	@AfterAll
	static void stopServer() {
		server.close();
	}

	@BeforeEach
	void list() {
		String trust = Base64.getEncoder().encodeToString(server.certificate().getBytes(StandardCharsets.US_ASCII));
		Journey.kubeconfig("""
				clusters: [{name: demo, cluster: {server: "%s", certificate-authority-data: %s}}]
				users: [{name: me, user: {token: %s}}]
				contexts: [%s]
				""".formatted(server.uri(), trust, server.token(), CLUSTERS.stream()
				.map("{name: %s, context: {cluster: demo, user: me}}"::formatted).collect(Collectors.joining(", "))));
		Journey.seeControlPlane(false);
		FleetPage.show();
		Ui.await("the clusters", LONG, () -> clusters().count() == CLUSTERS.size());
		ObjectsPage.list("pods", clusters().map(Cluster::id).toList());
		Ui.await("all pods", LONG, () -> Ui.ask(() -> ObjectsPage.content().total() >= 3 * PODS
				&& ObjectsPage.content().parts().stream().allMatch(p -> p.freshness().problem().isEmpty())));
	}

	@AfterEach
	void clear() {
		Ui.run(() -> ObjectsPage.view().group(""));
		ObjectsPage.clear();
		Journey.kubeconfig("apiVersion: v1\nkind: Config\n");
		Journey.seeControlPlane(true);
	}

	private static Stream<Cluster> clusters() {
		return PlatformUI.getWorkbench().getService(Fleet.class).clusters().stream()
				.filter(c -> CLUSTERS.contains(c.name()));
	}

	private static List<Group> groups() {
		return Ui.ask(() -> ObjectsPage.content().groups());
	}

	private static int rows() {
		return Ui.ask(() -> ObjectsPage.table().rows());
	}

	private static List<String> seen() {
		return Ui.ask(() -> ObjectsPage.table().visible().stream().map(l -> l.row().name()).toList());
	}

	@Test
	void theyAreFilteredGroupedAndExported() throws IOException {
		Ui.run(() -> ObjectsPage.view().filter("ns:demo-load-1"));
		int filtered = Ui.ask(() -> ObjectsPage.content().total());
		ObjectsPage.await("one namespace of each cluster",
				lines -> !lines.isEmpty() && lines.size() < filtered
						&& lines.stream().allMatch(l -> l.row().namespace().startsWith("demo-load-1"))); // -10 too
		Ui.run(() -> ObjectsPage.view().group("Cluster"));
		Ui.await("three groups", () -> groups().stream().map(Group::title).toList().equals(CLUSTERS));
		int count = groups().getFirst().count();
		assertTrue(count > 50, "pods of a cluster: " + count);
		Journey.photograph("large-grouped");

		int open = rows();
		ObjectsPage.click(0, 1);
		assertEquals(count, Ui.ask(() -> ObjectsPage.table().selection().size()), "a heading selects its lines");
		ObjectsPage.tell(0, SWT.ARROW_LEFT);
		Ui.await("the first group is closed", () -> rows() == open - count);
		assertEquals(count, Ui.ask(() -> ObjectsPage.table().selection().size()), "though they are hidden");
		ObjectsPage.tell(0, SWT.ARROW_RIGHT);
		Ui.await("the first group is open", () -> rows() == open);
		Ui.run(() -> ObjectsPage.table().collapseAll(true));
		assertEquals(CLUSTERS.size(), rows());
		Journey.photograph("large-collapsed");
		Ui.run(() -> ObjectsPage.table().collapseAll(false));

		int all = Ui.ask(() -> ObjectsPage.content().lines().size());
		Path folder = Files.createTempDirectory("export");
		Path file = folder.resolve("pods.csv");
		Ui.run(() -> ObjectsPage.view().exportCsv(file));
		Ui.await("the file", LONG, () -> Files.exists(file));
		try (Stream<String> lines = Files.lines(file)) {
			assertEquals(all + 1, lines.count());
		}
		Files.delete(file);
		Files.delete(folder);
	}

	@Test
	void cursorSelectionAndWhatIsSeenSurviveWhatHappens() throws InterruptedException {
		LiveTable table = Ui.ask(ObjectsPage::table);
		int middle = Ui.ask(() -> ObjectsPage.content().lines().size()) / 2;
		Line chosen = Ui.ask(() -> ObjectsPage.content().lines().get(middle + 2));
		Ui.run(() -> {
			table.focus();
			table.select(chosen);
		});
		List<String> seen = seen();
		assertTrue(seen.contains(chosen.row().name()), seen::toString);
		Line first = Ui.ask(() -> ObjectsPage.content().lines().getFirst());
		first.cluster().session().orElseThrow().writer(Confirmation.NONE).delete(first.key(), DeleteOptions.BACKGROUND);
		ObjectsPage.await("one less in each cluster", lines -> lines.stream().noneMatch(
				l -> l.row().uid().equals(first.row().uid())));
		Ui.settle();
		assertEquals(seen, seen(), "what is seen");
		assertEquals(List.of(chosen.row().uid()),
				Ui.ask(() -> table.selection().stream().map(l -> l.row().uid()).toList()));

		Ui.run(() -> ObjectsPage.view().group("Namespace"));
		Ui.await("groups", () -> groups().size() > 2);
		assertEquals(List.of(chosen.row().uid()),
				Ui.ask(() -> table.selection().stream().map(l -> l.row().uid()).toList()));
		Ui.await("the selected one in sight", () -> seen().contains(chosen.row().name()));
		ObjectsPage.tell(SWT.CTRL, 'a');
		Ui.await("all are selected",
				() -> Ui.ask(() -> table.selection().size() == ObjectsPage.content().lines().size()));
		StringBuilder begun = new StringBuilder();
		assertFalse(Ui.ask(() -> ObjectsPage.table().text().orElseThrow()
				.csv(ObjectsPage.content().lines(), begun, more -> false)), "somebody stopped it");
		assertTrue(begun.toString().lines().count() < 3 * PODS, "it went on");
		ObjectsPage.press(SWT.CTRL, 'c');
		Ui.await("all are on the clipboard below their headings", LONG,
				() -> copied() == Ui.ask(() -> ObjectsPage.content().lines().size()) + 1);
	}

	private static long copied() {
		return Ui.clipboard().lines().count();
	}

	private static Stream<Job> jobs(String name) {
		return Arrays.stream(Job.getJobManager().find(null)).filter(job -> job.getName().contains(name));
	}

	@Test
	void whatWasCopiedLastStandsOnTheClipboard() {
		Ui.run(() -> {
			LiveTable table = ObjectsPage.table();
			table.focus();
			table.selectAll();
			Ui.execute(IWorkbenchCommandConstants.EDIT_COPY);
			table.select(ObjectsPage.content().lines().getFirst());
			Ui.execute(IWorkbenchCommandConstants.EDIT_COPY);
		});
		Ui.await("both were copied", LONG, () -> jobs("Copy lines").count() == 0);
		Ui.settle();
		assertEquals(2, copied(), "lines, the heading among them");
	}

	@Test
	void whatIsNotListedToCompareWithIsTold() {
		Ui.run(() -> {
			ObjectsPage.table().focus();
			ObjectsPage.table().select(ObjectsPage.content().lines().getFirst());
		});
		Ui.later(() -> Ui.execute("org.fleetdesk.ui.command.compare"));
		Label note = Controls.await("what is left out", Label.class,
				label -> label.getText().startsWith("The first 300 of "));
		Journey.photograph("compare-with-many");
		Ui.run(() -> note.getShell().close());
	}

	@Test
	void anExportThatIsCancelledLeavesNoFile() throws IOException {
		Path folder = Files.createTempDirectory("export");
		Set<IStatus> results = ConcurrentHashMap.newKeySet();
		IJobChangeListener cancelling = new JobChangeAdapter() {
			@Override
			public void running(IJobChangeEvent event) {
				if (event.getJob().getName().contains("half.csv")) {
					event.getJob().cancel();
				}
			}

			@Override
			public void done(IJobChangeEvent event) {
				if (event.getJob().getName().contains("half.csv")) {
					results.add(event.getResult());
				}
			}
		};
		Job.getJobManager().addJobChangeListener(cancelling);
		try {
			Ui.run(() -> ObjectsPage.view().exportCsv(folder.resolve("half.csv")));
			Ui.await("its end", LONG, () -> !results.isEmpty());
		} finally {
			Job.getJobManager().removeJobChangeListener(cancelling);
		}
		assertEquals(Set.of(Status.CANCEL_STATUS), results);
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.toList());
		}
		Files.delete(folder);
	}
}
