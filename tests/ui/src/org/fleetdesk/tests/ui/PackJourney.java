package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;

import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.fleet.Source;
import org.fleetdesk.core.kinds.Health;
import org.fleetdesk.core.live.SortKey;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;

/** How objects do, told by lists; and a pack that somebody writes while the workbench runs. */
@ExtendWith(WorkbenchExtension.class)
class PackJourney {
	private static final Duration LONG = Duration.ofMinutes(2);
	private static final String MINE = """
			kind: pods
			columns:
			  - {name: Name, path: metadata.name}
			  - {name: Mine, path: status.phase}
			  - {name: Asked, type: bytes, reduce: sum, path: 'spec.containers[*].resources.requests.memory', bar: Limit}
			  - {name: Limit, type: bytes, reduce: sum, path: 'spec.containers[*].resources.limits.memory'}
			health: [{is: idle, when: mine=Running}]
			""";

	@BeforeEach
	void tryDemo() {
		FleetPage.show();
		Ui.run(() -> Ui.execute("org.fleetdesk.ui.command.tryDemo"));
		Ui.await("the demo", LONG,
				() -> fleet().clusters().stream().anyMatch(c -> c.name().equals("demo-troubled")));
		ObjectsPage.list("pods", List.of(cluster("demo-troubled")));
		ObjectsPage.await("pods", lines -> lines.size() > 10);
	}

	@AfterEach
	void leave() throws IOException {
		Files.deleteIfExists(file());
		fleet().sources().stream().filter(Source::demo).forEach(fleet()::remove);
		ObjectsPage.clear();
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	private static String cluster(String name) {
		return fleet().clusters().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow().id();
	}

	private static Path file() {
		return PlatformUI.getWorkbench().getService(SettingsFolder.class).file("packs").resolve("mine")
				.resolve("pods.yaml");
	}

	private static List<String> columns() {
		return ObjectsPage.table().columns().stream().map(c -> c.name()).toList();
	}

	private static void awaitColumns(String what, Predicate<List<String>> wanted) {
		Ui.await(what, LONG, () -> wanted.test(columns()));
	}

	@Test
	void whatFailsIsSeenSortedAndFound() {
		assertTrue(Ui.ask(() -> ObjectsPage.content().lines().stream()
				.anyMatch(l -> l.health().filter(h -> h == Health.HEALTHY).isPresent())), "most pods do well");
		Ui.run(() -> ObjectsPage.view().sort(List.of(new SortKey("Health", false))));
		ObjectsPage.await("the worst first",
				lines -> lines.getFirst().health().filter(h -> h == Health.FAILED).isPresent());
		Journey.photograph("health-pods");
		ObjectsPage.typeFilter("health:failed");
		ObjectsPage.await("what has failed", lines -> !lines.isEmpty()
				&& lines.stream().allMatch(l -> l.health().filter(h -> h == Health.FAILED).isPresent()));
	}

	@Test
	void theExampleBundleBringsItsPackAndTakesItAway() throws BundleException {
		String healthy = cluster("demo-healthy");
		ObjectsPage.list("backups.demo.fleetdesk.org", List.of(healthy));
		awaitColumns("the server's columns", names -> names.contains("Source") && !names.contains("Copies"));
		Path jar = Path.of(System.getProperty("fleetdesk.example"));
		assertTrue(Files.isRegularFile(jar), jar.toString());
		Bundle example = FrameworkUtil.getBundle(Platform.class).getBundleContext()
				.installBundle(jar.normalize().toUri().toString());
		try {
			example.start();
			awaitColumns("the bundle's columns", names -> names.contains("Copies") && !names.contains("Source"));
			ObjectsPage.await("its rules of health",
					lines -> lines.stream().anyMatch(l -> l.health().filter(h -> h == Health.HEALTHY).isPresent()));
			Journey.photograph("pack-of-a-bundle");
		} finally {
			example.uninstall();
		}
		awaitColumns("the server's columns again", names -> names.contains("Source") && !names.contains("Copies"));
	}

	@Test
	void aPackWrittenByHandChangesTheListAndAMistakeIsToldAtItsLine() throws IOException {
		Files.createDirectories(file().getParent());
		Files.writeString(file(), MINE);
		awaitColumns("the pack's columns", names -> names.contains("Mine") && !names.contains("Restarts"));
		ObjectsPage.await("its rules of health",
				lines -> lines.stream().anyMatch(l -> l.health().filter(h -> h == Health.IDLE).isPresent()));
		Journey.photograph("pack-of-a-person");
		Files.writeString(file(), MINE + "dinner: soup\n");
		ObjectsPage.awaitTrouble("line 8");
		assertEquals(List.of(), Ui.ask(() -> ObjectsPage.view().troubles().sentences().stream()
				.filter(t -> t.indexOf("dinner") < 0).toList()));
		assertFalse(Ui.ask(() -> ObjectsPage.view().troubles().remediable()), "trying again mends no mistake");
		assertTrue(Ui.ask(PackJourney::columns).contains("Mine"), "what was right last stays");
		Journey.photograph("pack-with-a-mistake");
		Files.delete(file());
		awaitColumns("the product's columns", names -> names.contains("Restarts") && !names.contains("Mine"));
		Ui.await("nothing wrong", () -> ObjectsPage.view().troubles().sentences().isEmpty());
	}
}
