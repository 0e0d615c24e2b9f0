package org.fleetdesk.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.fleetdesk.core.cache.Cache;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.core.fleet.Fleet;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.demo.DemoFleet;
import org.fleetdesk.kube.watch.Freshness;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.tests.ui.driver.Controls;
import org.fleetdesk.tests.ui.driver.EditorPage;
import org.fleetdesk.tests.ui.driver.FleetPage;
import org.fleetdesk.tests.ui.driver.Input;
import org.fleetdesk.tests.ui.driver.Journey;
import org.fleetdesk.tests.ui.driver.ObjectsPage;
import org.fleetdesk.tests.ui.driver.SearchPage;
import org.fleetdesk.tests.ui.driver.Ui;
import org.fleetdesk.tests.ui.driver.WorkbenchExtension;
import org.fleetdesk.ui.table.FreshnessText;

@ExtendWith(WorkbenchExtension.class)
class CacheJourney {
	private static final String CLUSTER = "demo-troubled";
	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final KindKey PODS = KindKey.parse("pods");

	@AfterEach
	void close() {
		EditorPage.revertAll();
		EditorPage.closeAll();
		ObjectsPage.clear();
		Journey.kubeconfig("contexts: []\n");
	}

	private static Fleet fleet() {
		return PlatformUI.getWorkbench().getService(Fleet.class);
	}

	private static Cache cache() {
		return PlatformUI.getWorkbench().getService(Cache.class);
	}

	private static Part part() {
		return Ui.ask(() -> ObjectsPage.content().parts().getFirst());
	}

	private static void open(String namespace, String pod) {
		EditorPage.open(CLUSTER, "Pod", "pods", namespace, pod);
	}

	@Test
	void whenTheClusterIsGoneEverythingLastSeenIsThereWithItsAge() {
		String kubeconfig;
		List<String> names;
		String namespace;
		String yaml;
		try (DemoFleet servers = DemoFleet.start()) {
			kubeconfig = servers.kubeconfig();
			Journey.kubeconfig(kubeconfig);
			Ui.await("the clusters", () -> fleet().cluster(CLUSTER).isPresent());
			ObjectsPage.list("pods", List.of(CLUSTER));
			ObjectsPage.await("pods", lines -> lines.size() > 3);
			namespace = Ui.ask(() -> ObjectsPage.content().lines().getFirst().row().namespace());
			names = ObjectsPage.names();
			open(namespace, names.getFirst());
			Ui.await("the object is live", () -> EditorPage.said().isEmpty());
			yaml = Ui.ask(() -> EditorPage.editor().shown());
			String first = names.getFirst();
			Ui.await("it is remembered", PATIENCE,
					() -> cache().remembered().stream()
							.anyMatch(l -> l.cluster().equals(CLUSTER) && l.type().plural().equals("pods"))
							&& cache().object(fleet().cluster(CLUSTER).orElseThrow(), PODS, namespace, first)
									.isPresent());
		}
		EditorPage.closeAll();
		ObjectsPage.clear();
		Journey.kubeconfig("contexts: []\n");
		Ui.await("no clusters", () -> fleet().cluster(CLUSTER).isEmpty());
		Journey.kubeconfig(kubeconfig);
		Ui.await("a cluster nobody contacted", () -> fleet().cluster(CLUSTER)
				.filter(c -> c.state().phase() == Phase.CLOSED && !c.state().catalogue().types().isEmpty())
				.isPresent());

		ObjectsPage.list("pods", List.of(CLUSTER));
		ObjectsPage.await("the pods of before", lines -> lines.size() == names.size());
		assertEquals(names, ObjectsPage.names());
		assertTrue(part().cached().isPresent(), () -> part().toString());
		Ui.await("the cluster is away",
				() -> fleet().cluster(CLUSTER).orElseThrow().state().phase() == Phase.AWAY);
		FleetPage.show();
		FleetPage.expand(CLUSTER);
		FleetPage.await("Workloads", "");
		Journey.photograph("cache-list");

		SearchPage.search(names.getFirst(), found -> SearchPage.objects(found).stream()
				.anyMatch(hit -> hit.row().name().equals(names.getFirst()) && !hit.knowledge().live()));
		Journey.photograph("cache-search");

		open(namespace, names.getFirst());
		EditorPage.awaitSaid("from the cache");
		assertEquals(yaml, Ui.ask(() -> EditorPage.editor().shown()));
		EditorPage.replace("kind: Pod", "kind: Pod # typed while it is away");
		Ui.run(() -> EditorPage.editor().text().setFocus());
		Input.press(SWT.CTRL, 's');
		EditorPage.awaitSaid("your text stays here");
		assertTrue(Ui.ask(() -> EditorPage.editor().isDirty()));
		Journey.photograph("cache-object");
	}

	@Test
	void howTrueAListIsIsSaidInOneLine() {
		Journey.kubeconfig("""
				clusters: [{name: demo, cluster: {server: "https://127.0.0.1:1"}}]
				contexts: [{name: eu, context: {cluster: demo}}, {name: us, context: {cluster: demo}}]
				""");
		Ui.await("the clusters", () -> fleet().cluster("eu").isPresent() && fleet().cluster("us").isPresent());
		FreshnessText words = new FreshnessText(ZoneOffset.UTC, Instant.parse("2026-11-21T12:00:00Z"));
		Part live = part("eu", State.LIVE, "2026-11-21T08:00:00Z", "");
		Part stale = part("us", State.STALE, "2026-11-21T09:40:00Z", "");
		assertEquals("live, 2 clusters",
				words.truth(List.of(live, part("us", State.LIVE, "2026-11-21T08:00:00Z", ""))));
		assertEquals("live, 1 cluster \u00B7 loading 1 cluster",
				words.truth(List.of(live, part("us", State.LOADING, "2026-11-21T08:00:00Z", ""))));
		assertEquals("live, 1 cluster \u00B7 us stale since 09:40", words.truth(List.of(live, stale)));
		assertEquals(List.of("us stale since 09:40"), words.troubles(List.of(live, stale, stale)));
		assertEquals("us stale since 2026-11-20 23:59",
				words.trouble(part("us", State.STALE, "2026-11-20T23:59:00Z", "")));
		assertEquals("us from cache of 07:00, loading",
				words.truth(List.of(part("us", State.LOADING, "2026-11-21T09:40:00Z", "2026-11-21T07:00:00Z"))));
		assertEquals("us from cache of 07:00, away since 09:40",
				words.truth(List.of(part("us", State.STALE, "2026-11-21T09:40:00Z", "2026-11-21T07:00:00Z"))));
		assertEquals("us cannot be listed", words.truth(List.of(part("us", State.FAILED, "2026-11-21T09:40:00Z", ""))));
	}

	private static Part part(String cluster, State state, String since, String cached) {
		return new Part(PODS, fleet().cluster(cluster).orElseThrow(), "",
				new Freshness(state, Instant.parse(since), Optional.empty()), 1,
				cached.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(cached)));
	}

	@Test
	void itsSizeIsSetAndItIsClearedOnAPageOfItsOwn() {
		PreferenceDialog dialog = Ui.ask(() -> PreferencesUtil.createPreferenceDialogOn(Ui.window(),
				"org.fleetdesk.ui.page.cache", null, null));
		Ui.later(dialog::open);
		Ui.await("the size", () -> size().getText().equals("512"));
		Ui.await("how much is used",
				() -> Controls.visible(Label.class).anyMatch(label -> label.getText().contains("MB used")));
		Ui.run(() -> size().setText("many"));
		assertFalse(Ui.ask(() -> ((IPreferencePage) dialog.getSelectedPage()).isValid()));
		Ui.run(() -> size().setText("300"));
		assertTrue(Ui.ask(() -> ((IPreferencePage) dialog.getSelectedPage()).isValid()));
		Journey.photograph("cache-page");
		Ui.run(() -> push("&Clear Now"));
		Ui.await("it is empty", PATIENCE, () -> cache().usage().filter(usage -> usage.bytes() == 0).isPresent());
		Ui.run(() -> push("Apply and Close"));
		Ui.await("the size is kept", PATIENCE, () -> cache().megabytes() == 300);
		cache().megabytes(Cache.MEGABYTES);
	}

	private static Text size() {
		return Controls.find(Text.class, text -> (text.getStyle() & SWT.RIGHT) != 0 && text.isEnabled())
				.orElseThrow(() -> new AssertionError("no size"));
	}

	private static void push(String text) {
		Controls.find(Button.class, button -> button.getText().equals(text)).orElseThrow().notifyListeners(
				SWT.Selection,
				new org.eclipse.swt.widgets.Event());
	}
}
