package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Random;

import org.fleetdesk.kube.Connection;
import org.fleetdesk.kube.HttpConnector;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.config.KubeContext;
import org.fleetdesk.kube.config.KubeServer;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.kube.watch.Reflector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live lists over networks that cut, forget, delay and hold back: within 35 seconds they are as the server's again. */
@OnEveryServer
class BadNetworkTest extends Check {

	private static final Duration RECOVERY = Duration.ofSeconds(35);
	private static final int OBJECTS = 520; // more than a page
	private static final int MEGABYTE = 1 << 20;

	private final LiveTable table = new LiveTable();
	private FaultProxy network;
	private Sandbox sandbox;

	BadNetworkTest(Server server) {
		super(server);
	}

	@BeforeEach
	void connect() throws Exception {
		network = closing(new FaultProxy(server.context(server.admin()).server().url()));
		sandbox = sandbox();
		sandbox.create("before");
	}

	/** Keeps the table live through the bad network, with the waits of the product. */
	private void live() throws InterruptedException {
		KubeContext context = server.context(server.admin());
		KubeServer real = context.server();
		KubeServer behind = new KubeServer(real.name(), network.uri(), real.authority(), real.insecure(),
				real.tlsServerName(), real.proxy());
		Connection connection = closing(new HttpConnector((c, exec) -> true, Map.of(), InstantSource.system()).connect(
				new KubeContext(context.name(), context.source(), behind, context.user(), context.namespace())));
		Scope scope = new Scope(type("configmaps"), sandbox.namespace, "contract=yes", "");
		Thread watching = Thread.ofVirtual().start(() -> {
			try {
				new Reflector(connection.reader(), scope, table, InstantSource.system(), Thread::sleep).run();
			} catch (InterruptedException closing) {
				Thread.currentThread().interrupt();
			}
		});
		closing(() -> {
			watching.interrupt();
			watching.join();
		});
	}

	/** A watch that has given something. */
	private void watched() throws IOException, InterruptedException {
		live();
		table.await(State.LIVE);
		sandbox.create("first");
		table.awaitRow("first");
	}

	private void recovers(String change) throws IOException, InterruptedException {
		sandbox.create(change);
		table.await(change, RECOVERY, rows -> rows.values().stream().anyMatch(row -> row.name().equals(change)));
		table.await(State.LIVE);
		assertThat(table.blanks()).isZero();
	}

	@Test
	void aConnectionThatIsCut() throws Exception {
		watched();
		network.cut();
		recovers("after");
		network.cut();
		recovers("again");
	}

	@Test
	void aConnectionThatTheNetworkForgot() throws Exception {
		watched();
		network.forget();
		recovers("after");
		assertThat(table.said()).anySatisfy(f -> assertThat(f.problem()).containsInstanceOf(Unreachable.class));
	}

	@Test
	void aConnectionThatTheNetworkForgotBeforeTheWatchBegan() throws Exception {
		live();
		table.await(State.LIVE);
		network.forget();
		recovers("after");
	}

	@Test
	void aNetworkThatIsGoneForAWhile() throws Exception {
		watched();
		network.dark(true);
		table.await("that it is stale", RECOVERY, rows -> table.said().getLast().state() == State.STALE);
		assertThat(table.rows()).hasSize(2);
		network.dark(false);
		recovers("after");
	}

	@Test
	void aNetworkThatDelays() throws Exception {
		network.delay(Duration.ofMillis(700));
		live();
		table.await(State.LIVE);
		recovers("after");
		assertThat(table.said()).extracting(f -> f.state()).containsExactly(State.LOADING, State.LIVE);
	}

	@Test
	void aLongListOverAMegabyteASecondIsReadWithoutABreak() throws Exception {
		Random random = new Random(14); // what repeats would be compressed
		for (int i = 0; i < OBJECTS; i++) {
			byte[] large = new byte[2_000];
			random.nextBytes(large);
			sandbox.annotated("large-" + i, Base64.getEncoder().encodeToString(large));
		}
		network.throttle(MEGABYTE);
		live();
		table.await("all of " + OBJECTS, rows -> rows.size() > OBJECTS);
		table.await(State.LIVE);
		recovers("after");
		assertThat(table.said()).extracting(f -> f.state()).containsExactly(State.LOADING, State.LIVE);
	}
}
