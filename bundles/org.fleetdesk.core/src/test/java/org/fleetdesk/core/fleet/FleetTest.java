package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.nio.file.FileSystems;
import java.nio.file.FileSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.fleetdesk.core.settings.SettingsFolder;
import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.kube.config.KubeconfigReader;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
	@TempDir
	Path folder;
	private Desk desk;

	private void desk(String... contexts) {
		desk = new Desk(folder, contexts);
		desk.start();
	}

	@AfterEach
	void close() {
		desk.close();
		assertThat(desk.time.threads()).isZero();
		assertThat(desk.time.tasks()).isZero();
	}

	private Phase phase(String id) {
		return desk.cluster(id).state().phase();
	}

	@Test
	void openingOneClusterContactsNoOther() {
		desk("dev", "prod");
		desk.open("dev");
		assertThat(phase("dev")).isEqualTo(Phase.OPEN);
		assertThat(desk.server("dev").connections()).isEqualTo(1);
		assertThat(phase("prod")).isEqualTo(Phase.CLOSED);
		assertThat(desk.server("prod").connections()).isZero();
	}

	@Test
	void threeHundredContextsCostNoThreadNoConnectionAndNoTaskEach() {
		desk(IntStream.range(0, 300).mapToObj(i -> "c" + i).toArray(String[]::new));
		assertThat(desk.fleet.clusters()).hasSize(300);
		assertThat(desk.time.started()).isZero();
		assertThat(desk.time.tasks()).isEqualTo(1); // the look at the files
	}

	@Test
	void openingTwiceIsOpeningOnce() {
		desk("dev");
		desk.open("dev", "dev");
		assertThat(desk.server("dev").connections()).isEqualTo(1);
	}

	@Test
	void everyStepOfOpeningIsTold() {
		desk("dev");
		List<Phase> told = new ArrayList<>();
		desk.fleet.listen(() -> {
			synchronized (told) {
				told.add(phase("dev"));
			}
		});
		desk.server("dev").fallSilent(); // or it might be open before anybody hears that it opens
		desk.open("dev");
		assertThat(told).startsWith(Phase.OPENING);
		desk.server("dev").heal();
		desk.time.settle();
		assertThat(told).endsWith(Phase.OPEN);
		desk.fleet.close(desk.cluster("dev"));
		assertThat(told).endsWith(Phase.CLOSED);
	}

	@Test
	void aListenerThatLeftHearsNothing() {
		desk("dev");
		AtomicInteger told = new AtomicInteger();
		desk.fleet.listen(told::incrementAndGet).close();
		desk.open("dev");
		assertThat(told).hasValue(0);
	}

	@Test
	void aClusterThatNeverAnswersBlocksNoOther() {
		desk("dev", "prod");
		desk.server("dev").fallSilent();
		desk.open("dev", "prod");
		assertThat(phase("dev")).isEqualTo(Phase.OPENING);
		assertThat(phase("prod")).isEqualTo(Phase.OPEN);
		desk.fleet.close(desk.cluster("dev"));
		desk.time.settle();
		assertThat(phase("dev")).isEqualTo(Phase.CLOSED);
	}

	@Test
	void closingAClusterEndsItsThreadsAndItsConnection() {
		desk("dev");
		desk.open("dev");
		ClusterSession session = desk.cluster("dev").session().orElseThrow();
		session.run(() -> desk.time.until(() -> false));
		desk.time.settle();
		assertThat(desk.time.threads()).isEqualTo(1);
		desk.fleet.close(desk.cluster("dev"));
		desk.time.settle();
		assertThat(desk.time.threads()).isZero();
		assertThat(desk.server("dev").openConnections()).isZero();
		session.run(() -> desk.time.until(() -> false));
		assertThat(desk.time.threads()).isZero();
	}

	@Test
	void aClosedClusterKeepsWhatWasKnownAndOpensAgain() {
		desk("dev");
		desk.server("dev").put(FakeServer.NODES, "", "n1");
		desk.open("dev");
		desk.fleet.close(desk.cluster("dev"));
		assertThat(desk.cluster("dev").state().nodes()).hasValue(1);
		assertThat(desk.cluster("dev").state().version()).isPresent();
		desk.open("dev");
		assertThat(phase("dev")).isEqualTo(Phase.OPEN);
	}

	@Test
	void anUnchangedContextKeepsItsClusterAndItsSession() {
		desk("dev", "prod");
		desk.open("dev");
		Cluster before = desk.cluster("dev");
		ClusterSession session = before.session().orElseThrow();
		desk.kubeconfig("dev", "prod changed", "test");
		desk.seconds(3);
		assertThat(desk.names()).containsExactly("dev", "prod", "test");
		assertThat(desk.cluster("dev")).isSameAs(before);
		assertThat(before.session()).containsSame(session);
		assertThat(desk.server("dev").connections()).isEqualTo(1);
	}

	@Test
	void aChangedContextIsOpenedAnew() {
		desk("dev");
		desk.open("dev");
		Cluster before = desk.cluster("dev");
		desk.kubeconfig("dev other");
		desk.seconds(3);
		Cluster now = desk.cluster("dev");
		assertThat(now).isNotSameAs(before);
		assertThat(now.context().namespace()).contains("other");
		assertThat(now.state().phase()).isEqualTo(Phase.OPEN);
		assertThat(before.session()).isEmpty();
		assertThat(before.state().phase()).isEqualTo(Phase.CLOSED);
		assertThat(desk.server("dev").connections()).isEqualTo(2);
		assertThat(desk.server("dev").openConnections()).isEqualTo(1);
	}

	@Test
	void aChangedContextThatWasNotOpenStaysClosed() {
		desk("dev");
		desk.kubeconfig("dev other");
		desk.seconds(3);
		assertThat(phase("dev")).isEqualTo(Phase.CLOSED);
		assertThat(desk.server("dev").connections()).isZero();
	}

	@Test
	void aRemovedContextIsClosed() {
		desk("dev", "prod");
		desk.open("dev");
		Cluster gone = desk.cluster("dev");
		desk.kubeconfig("prod");
		desk.seconds(5);
		assertThat(desk.names()).containsExactly("prod");
		assertThat(gone.session()).isEmpty();
		assertThat(desk.server("dev").openConnections()).isZero();
		desk.fleet.open(gone);
		assertThat(gone.session()).isEmpty();
	}

	@Test
	void aSourceThatIsRemovedTakesItsClustersAlongAtOnce() {
		desk("dev");
		desk.fleet.addFile(desk.file("other", "edge"));
		assertThat(desk.names()).containsExactly("dev", "edge");
		Cluster edge = desk.fleet.clusters().getLast();
		desk.open(edge.id());
		desk.fleet.remove(desk.fleet.sources().getLast());
		desk.time.settle();
		assertThat(desk.names()).containsExactly("dev");
		assertThat(desk.server("edge").openConnections()).isZero();
	}

	@Test
	void theSameNameInTwoSourcesIsTwoClusters() {
		desk("dev");
		Path other = desk.file("other", "dev");
		desk.fleet.addFile(other);
		assertThat(desk.names()).containsExactly("dev", "dev (" + other + ")");
		assertThat(desk.fleet.clusters()).extracting(Cluster::id).containsExactly("dev", other + "#dev");
		desk.open(other + "#dev");
		assertThat(phase("dev")).isEqualTo(Phase.CLOSED);
	}

	@Test
	void pastedTextBecomesClusters() {
		desk("dev");
		desk.fleet.addText(Desk.text("pasted"));
		assertThat(desk.names()).containsExactly("dev", "pasted");
	}

	@Test
	void theCurrentContextIsTheCurrentCluster() {
		desk("dev", "prod");
		assertThat(desk.fleet.current()).containsSame(desk.cluster("dev"));
		desk.kubeconfig("prod", "dev");
		desk.seconds(3);
		assertThat(desk.fleet.current()).containsSame(desk.cluster("prod"));
	}

	@Test
	void oneBadKubeconfigIsAFindingAndSpoilsNoOther() {
		desk("dev");
		Path junk = folder.resolve("junk");
		desk.write(junk, "{");
		desk.fleet.addFile(junk);
		assertThat(desk.names()).containsExactly("dev");
		assertThat(desk.fleet.findings()).hasSize(1);
	}

	@Test
	void typedNamespacesAreKnownAfterARestartToo() {
		desk("dev home", "prod");
		desk.fleet.addNamespace(desk.cluster("dev"), "web");
		desk.fleet.addNamespace(desk.cluster("dev"), "db");
		assertThat(desk.fleet.knownNamespaces(desk.cluster("dev"))).containsExactlyInAnyOrder("home", "web", "db");
		assertThat(desk.fleet.knownNamespaces(desk.cluster("prod"))).isEmpty();
		desk.close();
		desk("dev home", "prod");
		assertThat(desk.fleet.knownNamespaces(desk.cluster("dev"))).containsExactlyInAnyOrder("home", "web", "db");
	}

	@Test
	void namespacesThatAnotherProgramTypedAreNotLost() throws IOException {
		desk("dev");
		desk.fleet.addNamespace(desk.cluster("dev"), "web");
		Path file = desk.settings.file("namespaces.json");
		Files.writeString(file, Files.readString(file).replace("\"web\"", "\"web\", \"from-the-shell\""));
		desk.fleet.addNamespace(desk.cluster("dev"), "db");
		assertThat(Files.readString(file)).contains("web", "from-the-shell", "db");
	}

	@Test
	void aNamespaceThatCannotBeKeptIsKnownTillTheEndAndSaysSo() throws IOException {
		desk("dev");
		Files.writeString(folder.resolve("settings"), "a file where the folder should be");
		AtomicInteger told = new AtomicInteger();
		desk.fleet.listen(told::incrementAndGet);
		assertThatThrownBy(() -> desk.fleet.addNamespace(desk.cluster("dev"), "web"))
				.isInstanceOf(UncheckedIOException.class).hasMessageContaining("namespaces.json");
		assertThat(desk.fleet.knownNamespaces(desk.cluster("dev"))).containsExactly("web");
		assertThat(told).hasValue(1);
	}

	@Test
	void aClosedFleetOpensNothingAndLooksAtNoFile() {
		desk("dev", "prod");
		desk.open("dev");
		desk.fleet.close();
		desk.kubeconfig("dev", "prod", "test");
		desk.seconds(10);
		desk.open("prod");
		assertThat(phase("dev")).isEqualTo(Phase.CLOSED);
		assertThat(phase("prod")).isEqualTo(Phase.CLOSED);
		assertThat(desk.names()).containsExactly("dev", "prod");
		assertThat(desk.server("dev").openConnections()).isZero();
	}

	private void addDemo(Runnable end) {
		desk.fleet.addDemo("Demo", new KubeconfigReader().parse(Desk.text("simulated"), "Demo"), end);
	}

	@Test
	void clustersOfTheDemoSayThatTheyAreAndEndWhenRemoved() {
		desk("dev");
		AtomicInteger ended = new AtomicInteger();
		addDemo(ended::incrementAndGet);
		assertThat(desk.fleet.clusters()).extracting(Cluster::demo).containsExactly(false, true);
		desk.open("demo#simulated");
		assertThat(desk.fleet.source(desk.cluster("demo#simulated")).orElseThrow().demo()).isTrue();
		assertThat(ended).hasValue(0);
		desk.fleet.remove(desk.fleet.sources().getLast());
		desk.time.settle();
		assertThat(desk.names()).containsExactly("dev");
		assertThat(ended).hasValue(1);
		desk.fleet.close();
		assertThat(ended).hasValue(1);
	}

	@Test
	void theDemoEndsWithTheFleetAndIsWantedAgain() {
		desk("dev");
		AtomicInteger ended = new AtomicInteger();
		addDemo(ended::incrementAndGet);
		desk.fleet.close();
		assertThat(ended).hasValue(1);
		assertThat(desk.fleet.demoWanted()).isTrue();
		addDemo(ended::incrementAndGet);
		assertThat(ended).as("what comes too late ends at once").hasValue(2);
	}

	@Test
	void aNewDemoTakesThePlaceOfTheOlder() {
		desk("dev");
		AtomicInteger ended = new AtomicInteger();
		addDemo(ended::incrementAndGet);
		addDemo(() -> ended.addAndGet(10));
		assertThat(desk.names()).containsExactly("dev", "simulated");
		assertThat(ended).hasValue(1);
	}

	@Test
	void aFaultInThePacksDoesNotKeepFromLookingAtTheKubeconfigs() throws IOException {
		desk("dev");
		FileSystem broken = FileSystems.newFileSystem(folder.resolve("settings.zip"), Map.of("create", "true"));
		SettingsFolder settings = new SettingsFolder(Files.createDirectory(broken.getPath("/settings")));
		try (Fleet fleet = new Fleet(new Sources(new KubeconfigReader(), List.of(desk.kubeconfig), desk.settings),
				context -> desk.server(context.server().name()).connect(), settings, desk.time.background())) {
			fleet.start();
			broken.close(); // from now on every look at the packs throws
			desk.kubeconfig("dev", "prod");
			desk.time.advanceUntil(() -> fleet.clusters().size() == 2);
			assertThat(fleet.clusters()).extracting(Cluster::name).containsExactly("dev", "prod");
		}
	}
}
