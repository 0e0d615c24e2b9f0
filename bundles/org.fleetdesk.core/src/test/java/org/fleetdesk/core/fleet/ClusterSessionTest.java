package org.fleetdesk.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.fleetdesk.core.Desk;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.ClusterState.Phase;
import org.fleetdesk.kube.KubeException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heartbeat of an opened cluster. */
class ClusterSessionTest {
	@TempDir
	Path folder;
	private Desk desk;
	private FakeServer server;

	@BeforeEach
	void start() {
		desk = new Desk(folder, "dev");
		desk.start();
		server = desk.server("dev");
		server.put(FakeServer.NODES, "", "n1", "Ready");
		server.put(FakeServer.NODES, "", "n2", "Ready");
		server.pod("web", "a", "Running", 0);
	}

	@AfterEach
	void close() {
		desk.close();
		assertThat(desk.time.threads()).isZero();
	}

	private ClusterState state() {
		return desk.cluster("dev").state();
	}

	@Test
	void anOpenClusterTellsVersionKindsAndCounts() {
		desk.open("dev");
		assertThat(state().version().orElseThrow().gitVersion()).isEqualTo("v1.34.2");
		assertThat(state().catalogue().types()).contains(FakeServer.PODS, FakeServer.NODES);
		assertThat(state().nodes()).hasValue(2);
		assertThat(state().pods()).hasValue(1);
	}

	@Test
	void betweenBeatsThereIsNoThread() {
		desk.open("dev");
		assertThat(desk.time.threads()).isZero();
	}

	@Test
	void countsAndVersionFollowWithinABeat() {
		desk.open("dev");
		server.pod("web", "b", "Running", 0);
		server.version("v1.35.0");
		desk.seconds(21);
		assertThat(state().pods()).hasValue(2);
		assertThat(state().version().orElseThrow().gitVersion()).isEqualTo("v1.35.0");
	}

	@Test
	void aBeatWithoutNewsWakesNobody() {
		desk.open("dev");
		AtomicInteger told = new AtomicInteger();
		desk.fleet.listen(told::incrementAndGet);
		desk.seconds(100);
		assertThat(told).hasValue(0);
	}

	@Test
	void aNewKindAppearsWithinTwoMinutesOrAtOnceWhenAsked() {
		desk.open("dev");
		server.serve(FakeServer.WIDGETS);
		desk.seconds(141);
		assertThat(state().catalogue().types()).contains(FakeServer.WIDGETS);
		server.unserve(FakeServer.WIDGETS);
		desk.cluster("dev").session().orElseThrow().refresh();
		desk.time.settle();
		assertThat(state().catalogue().types()).doesNotContain(FakeServer.WIDGETS);
	}

	@Test
	void kindsAreNotAskedForAtEveryBeat() {
		desk.open("dev");
		server.forgetRequests();
		desk.seconds(100);
		assertThat(server.requests("discover")).isZero();
		assertThat(server.requests("version")).isEqualTo(5);
	}

	@Test
	void aClusterThatGoesAwaySaysWhySinceWhenAndWhatWasKnown() {
		desk.open("dev");
		server.goAway();
		Duration noticed = desk.time.advanceUntil(() -> state().phase() == Phase.AWAY);
		assertThat(noticed).isLessThanOrEqualTo(Duration.ofSeconds(20));
		assertThat(state().problem().orElseThrow()).isInstanceOf(KubeException.Unreachable.class);
		assertThat(state().nodes()).hasValue(2);
		assertThat(state().catalogue().types()).isNotEmpty();
		var since = state().since();
		desk.seconds(300);
		assertThat(state().since()).isEqualTo(since);
	}

	@Test
	void aClusterThatIsAwayComesBackByItself() {
		desk.open("dev");
		server.goAway();
		desk.time.advanceUntil(() -> state().phase() == Phase.AWAY);
		desk.seconds(600);
		server.heal();
		Duration back = desk.time.advanceUntil(() -> state().phase() == Phase.OPEN);
		assertThat(back).isLessThanOrEqualTo(Duration.ofSeconds(20));
		assertThat(state().problem()).isEmpty();
		assertThat(state().since()).isEqualTo(desk.time.clock().instant());
	}

	@Test
	void aClusterThatIsAwayIsAskedAtGrowingDistances() {
		server.goAway();
		desk.open("dev");
		assertThat(state().phase()).isEqualTo(Phase.AWAY);
		server.forgetRequests();
		desk.seconds(8); // after 1, 2 and 4 seconds
		assertThat(server.requests()).hasSize(3);
		server.forgetRequests();
		desk.seconds(600);
		assertThat(server.requests()).hasSizeBetween(29, 32);
	}

	@Test
	void whoMayNotCountSeesNoNumbersAndIsNotRefusedAgainAndAgain() {
		server.refuse("list", "nodes", "", FakeServer::forbidden);
		desk.open("dev");
		assertThat(state().phase()).isEqualTo(Phase.OPEN);
		assertThat(state().nodes()).isEmpty();
		assertThat(state().pods()).hasValue(1);
		desk.seconds(100);
		assertThat(server.requests("list nodes")).isEqualTo(1);
	}

	@Test
	void aServerThatFailsToCountIsNotAway() {
		desk.open("dev");
		server.refuse("list", "pods", "", FakeServer::broken);
		server.put(FakeServer.NODES, "", "n3", "Ready");
		desk.seconds(21);
		assertThat(state().phase()).isEqualTo(Phase.OPEN);
		assertThat(state().nodes()).hasValue(3);
		assertThat(state().pods()).hasValue(1);
	}

	@Test
	void aServerThatHidesItsVersionIsOpenAllTheSame() {
		server.refuse("version", "", "", FakeServer::forbidden);
		desk.open("dev");
		assertThat(state().phase()).isEqualTo(Phase.OPEN);
		assertThat(state().version()).isEmpty();
		assertThat(state().pods()).hasValue(1);
	}

	@Test
	void whatIsWrongWithTheLoginIsToldAndTriedAgain() {
		server.refuse("*", "*", "*", name -> new KubeException.Unauthenticated(
				new KubeException.Request(name, "login", ""), new KubeException.Answer(401, "", "Who are you?"), null));
		desk.open("dev");
		assertThat(state().problem().orElseThrow()).hasMessage("Who are you?");
		server.heal();
		desk.seconds(2);
		assertThat(state().phase()).isEqualTo(Phase.OPEN);
	}

	@Test
	void anAnswerNobodyExpectedIsAnErrorOfTheClusterAndNotTheEndOfItsHeartbeat() {
		server.refuse("discover", "", "", name -> {
			throw new IllegalArgumentException("a bug");
		});
		desk.open("dev");
		assertThat(state().phase()).isEqualTo(Phase.AWAY);
		assertThat(state().problem().orElseThrow()).isInstanceOf(KubeException.ServerFault.class)
				.hasMessageContaining("dev");
		server.heal();
		desk.seconds(2);
		assertThat(state().phase()).isEqualTo(Phase.OPEN);
	}

	@Test
	void askingWhileABeatIsUnderWayBeatsOnceMore() {
		desk.open("dev");
		server.fallSilent();
		ClusterSession session = desk.cluster("dev").session().orElseThrow();
		session.refresh();
		session.refresh();
		session.refresh();
		desk.time.settle();
		assertThat(desk.time.threads()).isEqualTo(1);
		server.forgetRequests();
		server.heal();
		desk.time.settle();
		assertThat(server.requests("discover")).isEqualTo(1);
		assertThat(server.requests("version")).isEqualTo(1);
		assertThat(desk.time.threads()).isZero();
	}
}
