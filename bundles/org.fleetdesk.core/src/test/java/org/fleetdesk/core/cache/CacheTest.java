package org.fleetdesk.core.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.ClusterState;
import org.fleetdesk.core.fleet.FleetMemory;
import org.fleetdesk.core.kinds.KindKey;
import org.fleetdesk.core.live.ListModel;
import org.fleetdesk.core.live.ListQuery;
import org.fleetdesk.core.live.Part;
import org.fleetdesk.core.search.Remembered;
import org.fleetdesk.core.settings.DataFolder;
import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.kube.Finding;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.read.Column;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.watch.Freshness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a program, one after the other, over one cache. */
class CacheTest {
	private static final KindKey PODS = new KindKey("", "pods");
	private static final ResourceType SECRETS = FakeServer.type("", "v1", "secrets", "Secret", true);
	private static final String MARKER = "5d41402abc4b2a76b9719d911017c592";
	@TempDir
	Path temporary;
	private final List<Finding> troubles = new CopyOnWriteArrayList<>();
	private final List<Run> runs = new ArrayList<>();

	/** One run of a program. */
	private final class Run {
		private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
		private final List<ListModel> models = new ArrayList<>();
		private final Desk desk;
		private Cache cache;

		private Run(String... contexts) {
			desk = new Desk(temporary, time -> {
				cache = new Cache(new DataFolder(data()), new SettingsFolder(
						temporary.resolve("settings")),
						new Background(tracked(), time.background().scheduler(), time.clock()),
						troubles::add);
				return cache;
			}, contexts);
			runs.add(this);
		}

		/** Threads that the test waits for; but not for the cache's own, which goes when it has nothing to do. */
		private ThreadFactory tracked() {
			return work -> {
				Thread thread = Thread.ofVirtual().unstarted(work);
				if (!work.getClass().getName().contains("ThreadPoolExecutor")) {
					threads.add(thread);
				}
				return thread;
			};
		}

		private Run start() {
			cache.start();
			desk.start();
			settle();
			return this;
		}

		private void settle() {
			desk.time.settle();
			for (Thread thread = threads.poll(); thread != null; thread = threads.poll()) {
				try {
					thread.join();
				} catch (InterruptedException e) {
					throw new IllegalStateException(e);
				}
			}
			desk.time.settle();
		}

		private void seconds(int seconds) {
			for (int i = 0; i < seconds; i++) {
				desk.seconds(1);
				settle();
			}
		}

		private ListModel list(KindKey kind) {
			ListModel model = new ListModel(desk.fleet, ListQuery.all(kind, desk.fleet.clusters()),
					desk.time.background());
			models.add(model);
			seconds(2);
			return model;
		}

		private Instant now() {
			return desk.time.clock().instant();
		}

		private void end() {
			if (runs.remove(this)) {
				models.forEach(ListModel::close);
				desk.close();
				cache.close();
			}
		}
	}

	private Path data() {
		return temporary.resolve("data");
	}

	@AfterEach
	void end() {
		List.copyOf(runs).forEach(Run::end);
	}

	private static List<String> names(ListModel model) {
		return model.content().lines().stream().map(line -> line.row().name()).toList();
	}

	private static Part part(ListModel model) {
		return model.content().parts().getFirst();
	}

	/** A run that saw two pods, and has ended. */
	private Instant seen() {
		Run first = new Run("dev").start();
		first.desk.server("dev").pod("web", "a", "Running", 0);
		first.desk.server("dev").pod("web", "b", "Pending", 3);
		first.list(PODS);
		first.cache.keep(first.desk.cluster("dev"), new ObjectKey(FakeServer.PODS, "web", "a"), object("Pod", "a"));
		Instant when = first.now();
		first.end();
		assertThat(troubles).isEmpty();
		return when;
	}

	/** Has the server of a run other pods than it had. */
	private static void others(Run run) {
		for (int i = 0; i < 5; i++) {
			run.desk.server("dev").pod("web", "c", "Running", i);
		}
	}

	private static JsonNode object(String kind, String name) {
		try {
			return new ObjectMapper().readTree("{\"apiVersion\": \"v1\", \"kind\": \"" + kind
					+ "\", \"metadata\": {\"name\": \"" + name + "\", \"annotations\": {\"applied\": \"" + MARKER
					+ "\"}}}");
		} catch (java.io.IOException e) {
			throw new IllegalStateException(e);
		}
	}

	@Test
	void withTheClusterAwayTheLastKnownListShowsWithItsTime() {
		Instant when = seen();
		Run second = new Run("dev");
		second.desk.time.advance(Duration.ofHours(5));
		second.desk.server("dev").goAway();
		second.start();
		ClusterState state = second.desk.cluster("dev").state();
		assertThat(state.phase()).isEqualTo(ClusterState.Phase.CLOSED);
		assertThat(state.catalogue().types()).contains(FakeServer.PODS, FakeServer.NODES);
		assertThat(state.version().orElseThrow().gitVersion()).isEqualTo("v1.34.2");
		assertThat(state.pods()).hasValue(2);
		ListModel pods = second.list(PODS);
		assertThat(second.desk.cluster("dev").state().phase()).isEqualTo(ClusterState.Phase.AWAY);
		assertThat(names(pods)).containsExactly("a", "b");
		assertThat(pods.content().lines().get(1).row().cell(3)).isEqualTo(3L);
		assertThat(part(pods).cached().orElseThrow()).isBetween(when.minusSeconds(1), when.plusSeconds(1));
		assertThat(part(pods).freshness().state()).isEqualTo(Freshness.State.STALE);
	}

	@Test
	void whatTheClusterSaysTakesThePlaceOfWhatWasRemembered() {
		seen();
		Run second = new Run("dev").start();
		others(second);
		ListModel pods = second.list(PODS);
		assertThat(names(pods)).containsExactly("c");
		assertThat(part(pods).cached()).isEmpty();
		assertThat(part(pods).freshness().state()).isEqualTo(Freshness.State.LIVE);
	}

	@Test
	void aClusterThatComesBackTurnsWhatWasRememberedLive() {
		seen();
		Run second = new Run("dev");
		others(second);
		second.desk.server("dev").goAway();
		second.start();
		ListModel pods = second.list(PODS);
		assertThat(names(pods)).containsExactly("a", "b");
		second.desk.server("dev").heal();
		second.seconds(90);
		assertThat(names(pods)).containsExactly("c");
		assertThat(part(pods).cached()).isEmpty();
	}

	@Test
	void anObjectThatWasOpenedIsThereWithItsTime() {
		Instant when = seen();
		Run second = new Run("dev").start();
		CachedObject known = second.cache.object(second.desk.cluster("dev"), PODS, "web", "a").orElseThrow();
		assertThat(known.object()).isEqualTo(object("Pod", "a"));
		assertThat(known.known()).isEqualTo(when);
		assertThat(second.cache.object(second.desk.cluster("dev"), PODS, "web", "b")).isEmpty();
		assertThat(second.cache.object(second.desk.cluster("dev"), PODS, "other", "a")).isEmpty();
	}

	@Test
	void anObjectIsForgottenWhenItsDeletionIsSeen() {
		Run run = new Run("dev").start();
		for (String name : List.of("a", "b", "c")) {
			run.desk.server("dev").pod("web", name, "Running", 0);
			run.cache.keep(run.desk.cluster("dev"), new ObjectKey(FakeServer.PODS, "web", name), object("Pod", name));
		}
		run.seconds(5);
		run.cache.forget(run.desk.cluster("dev"), PODS, "web", "c");
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "c")).as("before it is written").isEmpty();
		run.list(PODS);
		run.seconds(5);
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "a")).isPresent();
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "c")).isEmpty();
		run.desk.server("dev").delete(FakeServer.PODS, "web", "a");
		run.seconds(15);
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "a")).isEmpty();
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "b")).isPresent();
		run.end();
		Run without = new Run("dev").start();
		without.list(PODS); // deleted while no program ran
		without.seconds(5);
		assertThat(without.cache.object(without.desk.cluster("dev"), PODS, "web", "b")).isEmpty();
	}

	@Test
	void changesAreWrittenSomeSecondsLaterWithoutAnEnd() {
		Run run = new Run("dev").start();
		run.desk.server("dev").pod("web", "a", "Running", 0);
		run.list(PODS);
		run.seconds(5);
		List<Row> rows = new ArrayList<>();
		CachedList list = run.cache.remembered().getFirst();
		assertThat(run.cache.rows(list, rows::add)).isTrue();
		assertThat(rows).hasSize(1).first().returns("a", Row::name);
		assertThat(list).returns("dev", CachedList::cluster).returns(FakeServer.PODS, CachedList::type);
		run.desk.server("dev").pod("web", "b", "Running", 0);
		run.seconds(15);
		assertThat(run.cache.remembered().getFirst().rows()).isEqualTo(2);
		CachedLists search = new CachedLists(run.cache);
		Remembered.Kept kept = search.lists().getFirst();
		assertThat(search.rows(kept).rows()).hasSize(2);
		run.cache.clear();
		assertThat(search.rows(kept).rows()).isEmpty();
		run.desk.server("dev").pod("web", "c", "Running", 0);
		run.seconds(15);
		assertThat(search.rows(search.lists().getFirst()).rows()).as("written anew").hasSize(3);
	}

	@Test
	void aListThatDoesNotChangeIsStillKnownToBeSo() {
		Run run = new Run("dev").start();
		run.desk.server("dev").pod("web", "a", "Running", 0);
		run.list(PODS);
		run.seconds(300);
		assertThat(Duration.between(run.cache.remembered().getFirst().known(), run.now()))
				.isLessThan(Duration.ofMinutes(2));
	}

	@Test
	void aListThatNeverCameWholeIsNotRemembered() {
		seen();
		Run second = new Run("dev");
		second.desk.server("dev").goAway();
		second.start().list(PODS);
		second.seconds(60);
		second.end();
		Run third = new Run("dev").start();
		assertThat(third.cache.remembered()).hasSize(1).first().returns(2, CachedList::rows);
	}

	@Test
	void theListOfAnotherServerOfTheSameNameIsNotShown() throws Exception {
		seen();
		Run second = new Run("dev");
		second.desk.write(second.desk.kubeconfig,
				Files.readString(second.desk.kubeconfig).replace("dev.test", "dev.other"));
		second.desk.server("dev").goAway();
		second.start();
		assertThat(second.desk.cluster("dev").state().catalogue().types()).isEmpty();
		assertThat(names(second.list(PODS))).isEmpty();
		assertThat(second.cache.object(second.desk.cluster("dev"), PODS, "web", "a")).isEmpty();
		second.desk.server("dev").heal();
		second.seconds(60);
		assertThat(second.cache.remembered()).extracting(CachedList::server).containsOnly("https://dev.other:6443");
	}

	@Test
	void aSourceThatIsRemovedIsForgotten() {
		Run first = new Run("dev");
		Path more = first.desk.file("more", "extra");
		first.start();
		first.desk.fleet.addFile(more);
		first.desk.server("extra").pod("web", "x", "Running", 0);
		first.list(PODS);
		first.seconds(10);
		assertThat(first.cache.remembered()).extracting(CachedList::rows).containsExactlyInAnyOrder(0, 1);
		first.models.forEach(ListModel::close);
		first.desk.fleet.remove(first.desk.fleet.sources().getLast());
		first.settle();
		assertThat(first.cache.remembered()).extracting(CachedList::cluster).containsExactly("dev");
	}

	@Test
	void theDataOfSecretsReachesNeitherTheFileNorWhoReadsIt() throws Exception {
		Run first = new Run("dev");
		FakeServer server = first.desk.server("dev");
		Column[] columns = {FakeServer.column("Name"), FakeServer.column("Type"), FakeServer.column("Data"),
				FakeServer.column("Note")};
		server.serve(SECRETS);
		server.columns(SECRETS, columns);
		server.serve(FakeServer.WIDGETS);
		server.columns(FakeServer.WIDGETS, columns);
		server.put(SECRETS, "web", "s", "Opaque", 2L, MARKER);
		server.put(FakeServer.WIDGETS, "web", "w", "Opaque", 2L, MARKER);
		first.start();
		first.list(KindKey.of(SECRETS));
		first.list(KindKey.of(FakeServer.WIDGETS));
		first.cache.keep(first.desk.cluster("dev"), new ObjectKey(SECRETS, "web", "s"), object("Secret", "s"));
		first.cache.keep(first.desk.cluster("dev"), new ObjectKey(FakeServer.WIDGETS, "web", "w"),
				object("Widget", "w"));
		assertThat(first.cache.object(first.desk.cluster("dev"), KindKey.of(SECRETS), "web", "s")).isEmpty();
		first.end();
		try (Stream<Path> files = Files.list(data())) {
			assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(
					new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain(MARKER));
		}
		Run second = new Run("dev").start();
		List<String> secrets = new ArrayList<>();
		List<String> widgets = new ArrayList<>();
		for (CachedList list : second.cache.remembered()) {
			List<String> words = list.type().equals(SECRETS) ? secrets : widgets;
			assertThat(second.cache.rows(list, row -> words.add(RowBlockTest.words(row)))).isTrue();
		}
		assertThat(widgets).hasSize(1).allMatch(words -> words.contains(MARKER), "so this test can fail");
		assertThat(secrets).hasSize(1).allMatch(words -> words.contains("String:Opaque|Long:2|null"));
		assertThat(second.cache.object(second.desk.cluster("dev"), KindKey.of(SECRETS), "web", "s")).isEmpty();
		assertThat(second.cache.object(second.desk.cluster("dev"), KindKey.of(FakeServer.WIDGETS), "web", "w"))
				.isPresent();
	}

	@Test
	void clearingForgetsAllButWhatIsLive() {
		seen();
		Run second = new Run("dev").start();
		second.list(PODS);
		second.cache.clear();
		assertThat(second.cache.remembered()).isEmpty();
		assertThat(second.cache.object(second.desk.cluster("dev"), PODS, "web", "a")).isEmpty();
		second.seconds(20);
		assertThat(second.cache.remembered()).hasSize(1);
		assertThat(troubles).isEmpty();
	}

	@Test
	void howMuchItMayHaveIsASettingAndTheOldestGo() {
		Run run = new Run("dev").start();
		assertThat(run.cache.megabytes()).isEqualTo(512);
		for (int i = 0; i < 40; i++) {
			JsonNode object = object("Pod", "p" + i);
			byte[] noise = new byte[60_000];
			new java.util.Random(i).nextBytes(noise);
			((com.fasterxml.jackson.databind.node.ObjectNode) object).put("noise", noise);
			run.cache.keep(run.desk.cluster("dev"), new ObjectKey(FakeServer.PODS, "web", "p" + i), object);
			run.seconds(3);
		}
		assertThat(run.cache.usage().orElseThrow().bytes()).isGreaterThan(2_000_000);
		run.cache.megabytes(1);
		assertThat(run.cache.megabytes()).isEqualTo(1);
		assertThat(run.cache.usage().orElseThrow().bytes()).isBetween(500_000L, 1L << 20);
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "p0")).isEmpty();
		assertThat(run.cache.object(run.desk.cluster("dev"), PODS, "web", "p39")).isPresent();
	}

	@Test
	void whatIsFreeGoesAtTheEndAndTheFileStaysItsOwnersAlone() throws Exception {
		for (int i = 0; i < 30; i++) {
			Run run = new Run("dev").start();
			JsonNode object = object("Pod", "p");
			byte[] noise = new byte[900_000];
			new java.util.Random(i).nextBytes(noise);
			((com.fasterxml.jackson.databind.node.ObjectNode) object).put("noise", noise);
			run.cache.keep(run.desk.cluster("dev"), new ObjectKey(FakeServer.PODS, "web", "p"), object);
			run.end();
		}
		Path file = data().resolve("cache.mv.db");
		assertThat(Files.size(file)).isLessThan(18 << 20);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(troubles).isEmpty();
	}

	@Test
	void aDamagedFileIsSetAsideAndSaidAndANewOneBegun() throws Exception {
		Files.createDirectories(data());
		byte[] garbage = "H:2,this is no database, whatever it says\n".repeat(500).getBytes(StandardCharsets.UTF_8);
		Files.write(data().resolve("cache.mv.db"), garbage);
		Run first = new Run("dev").start();
		first.desk.server("dev").pod("web", "a", "Running", 0);
		assertThat(names(first.list(PODS))).containsExactly("a");
		first.end();
		assertThat(troubles).hasSize(1).allMatch(finding -> finding.text().contains("cache.damaged-1"));
		assertThat(Files.readAllBytes(data().resolve("cache.damaged-1.mv.db"))).isEqualTo(garbage);
		assertThat(new Run("dev").start().cache.remembered()).hasSize(1);
	}

	@Test
	void aFileDamagedInTheMiddleStopsNothing() throws Exception {
		seen();
		Path file = data().resolve("cache.mv.db");
		byte[] bytes = Files.readAllBytes(file);
		for (int i = 0; i < bytes.length; i += 64) {
			bytes[i] ^= 0x55;
		}
		Files.write(file, bytes);
		Run second = new Run("dev").start();
		second.desk.server("dev").pod("web", "c", "Running", 0);
		assertThat(names(second.list(PODS))).containsExactly("c");
		second.seconds(90);
		assertThat(second.cache.remembered()).hasSize(1).first().returns(1, CachedList::rows);
		assertThat(troubles).hasSizeLessThan(2);
	}

	@Test
	void aPlaceThatIsNoFileIsSaidOnceAndListsWork() throws Exception {
		Files.createDirectories(data().resolve("cache.mv.db/in the way"));
		Run run = new Run("dev").start();
		run.desk.server("dev").pod("web", "a", "Running", 0);
		ListModel pods = run.list(PODS);
		run.seconds(200);
		assertThat(names(pods)).containsExactly("a");
		assertThat(run.cache.usage()).isEmpty();
		assertThat(run.cache.remembered()).isEmpty();
		run.cache.clear();
		run.end();
		assertThat(troubles).hasSize(1);
	}

	@Test
	void anInterruptHarmsNothing() {
		seen();
		Run second = new Run("dev").start();
		for (int i = 0; i < 20; i++) {
			Thread.currentThread().interrupt();
			assertThat(second.cache.remembered()).hasSize(1);
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(troubles).isEmpty();
	}

	@Test
	void withoutAMemoryNothingIsKnown() {
		Desk desk = new Desk(temporary, "dev");
		assertThat(FleetMemory.NONE.known(org.fleetdesk.core.fleet.Clusters.named("dev"))).isEqualTo(Optional.empty());
		desk.close();
	}
}
