package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

import org.fleetdesk.kube.KubeException.Expired;
import org.fleetdesk.kube.KubeException.Unreachable;
import org.fleetdesk.kube.internal.http.Transport;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.read.ListOptions;
import org.fleetdesk.kube.read.Reader;
import org.fleetdesk.kube.read.Row;
import org.fleetdesk.kube.read.Scope;
import org.fleetdesk.kube.watch.Freshness.State;
import org.fleetdesk.kube.watch.Reflector;
import org.fleetdesk.kube.watch.Reflector.Pause;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@OnEveryServer
class ReflectorTest extends Check {

	private final LiveTable table = new LiveTable();

	ReflectorTest(Server server) {
		super(server);
	}

	private void reflect(Transport transport, Scope scope, Pause pause) {
		Reader reader = new HttpReader(transport);
		Thread thread = Thread.ofVirtual().start(() -> {
			try {
				new Reflector(reader, scope, table, InstantSource.system(), pause).run();
			} catch (InterruptedException closing) {
				Thread.currentThread().interrupt();
			}
		});
		closing(() -> {
			thread.interrupt();
			thread.join();
		});
	}

	private void isAsAFreshList(Scope scope) throws InterruptedException {
		Map<String, Row> fresh = new TreeMap<>();
		list(scope).rows.values().forEach(r -> fresh.put(r.uid(), r));
		table.await("as the fresh list " + fresh.values(), rows -> rows.equals(fresh));
		table.rows().forEach((uid, row) -> assertThat(row.cell(1)).isEqualTo(fresh.get(uid).cell(1)));
	}

	/** Creates, changes, relabels and deletes at random; returns how many objects are left in the selection. */
	private static void storm(Sandbox sandbox, Random random, int steps) throws Exception {
		List<String> names = new ArrayList<>();
		for (int i = 0; i < steps; i++) {
			int dice = random.nextInt(10);
			if (names.isEmpty() || dice < 4) {
				names.add("m" + i);
				sandbox.create(names.getLast());
				continue;
			}
			int at = random.nextInt(names.size());
			switch (dice) {
				case 4, 5, 6 -> sandbox.change(names.get(at), "n" + i);
				case 7 -> sandbox.label(names.get(at), "contract", random.nextBoolean() ? "yes" : "no");
				case 8 -> {
					sandbox.delete(names.get(at));
					sandbox.create(names.get(at));
				}
				default -> sandbox.delete(names.remove(at));
			}
		}
	}

	@Test
	void afterAStormOfChangesTheTableIsAsAFreshList() throws Exception {
		Sandbox sandbox = sandbox();
		Scope scope = new Scope(type("configmaps"), sandbox.namespace, "contract=yes", "");
		sandbox.create("first");
		reflect(transport(), scope, Thread::sleep);
		table.await(State.LIVE);
		storm(sandbox, new Random(11), 200);
		isAsAFreshList(scope);
		assertThat(table.said()).extracting(f -> f.state()).containsExactly(State.LOADING, State.LIVE);
	}

	@Test
	void listsAndWatchesThatBreakAtAnyByteLoseNothing() throws Exception {
		Sandbox sandbox = sandbox();
		Scope scope = new Scope(type("configmaps"), sandbox.namespace, "contract=yes", "");
		Random random = new Random(12);
		sandbox.create("first");
		Transport breaking = new Altered(transport(), UnaryOperator.identity(), (call, body) -> Altered.cut(body,
				random.nextInt(1, call.verb().equals("watch") ? 9_000 : 100_000)));
		reflect(breaking, scope, millis -> Thread.sleep(Math.min(millis, 50)));
		table.await("a first row", rows -> !rows.isEmpty());
		storm(sandbox, new Random(13), 120);
		isAsAFreshList(scope);
		assertThat(table.said()).anySatisfy(f -> assertThat(f.problem()).containsInstanceOf(Unreachable.class));
	}

	@Test
	void changesShowSoon() throws Exception {
		Sandbox sandbox = sandbox();
		Scope scope = scope("configmaps", sandbox.namespace);
		reflect(transport(), scope, Thread::sleep);
		table.await(State.LIVE);
		Map<String, List<Long>> micros = new TreeMap<>();
		for (int i = 0; i < 50; i++) {
			String name = "m" + i;
			measure(micros, "create", name, () -> sandbox.create(name));
			measure(micros, "label", name, () -> sandbox.label(name, "a", "b"));
			measure(micros, "delete", name, () -> sandbox.delete(name));
		}
		micros.forEach((what, times) -> {
			times.sort(null);
			Report.print("contract: %s: from the request to %s to the row: median %.1f ms, p99 %.1f ms".formatted(
					server, what, times.get(times.size() / 2) / 1000.0, times.get(times.size() * 99 / 100) / 1000.0));
		});
		assertThat(micros).hasSize(3);
	}

	/** A change. */
	private interface Change {
		void make() throws Exception;
	}

	private void measure(Map<String, List<Long>> micros, String what, String name, Change change) throws Exception {
		long before = System.nanoTime();
		change.make();
		table.await(what + " " + name, rows -> table.changed(name) > before);
		micros.computeIfAbsent(what, w -> new ArrayList<>()).add((table.changed(name) - before) / 1000);
	}

	@Test
	void anApiServerKilledAndHistoryLostLeaveNoGhost() throws Exception {
		Assumptions.assumeTrue(server.controlled());
		Sandbox sandbox = sandbox();
		Scope scope = scope("configmaps", sandbox.namespace);
		for (String name : List.of("stays", "goes", "changes")) {
			sandbox.create(name);
		}
		Semaphore mayGoOn = new Semaphore(0);
		reflect(transport(), scope, millis -> mayGoOn.acquire());
		table.await(State.LIVE);
		Listed page = list(reader(), Scope.all(type("configmaps")), ListOptions.page(1));
		try {
			server.control("stop-apiserver");
			table.await(State.STALE);
			assertThat(table.rows()).hasSizeGreaterThanOrEqualTo(3);
			assertThat(table.said().getLast().problem()).containsInstanceOf(Unreachable.class);
		} finally {
			server.control("start-apiserver");
		}
		sandbox.delete("goes");
		sandbox.create("comes");
		sandbox.change("changes", "more");
		server.control("compact");
		server.control("restart-apiserver");
		mayGoOn.release(1_000_000);
		table.await("the new row", rows -> rows.values().stream().anyMatch(r -> r.name().equals("comes")));
		table.await(State.LIVE);
		isAsAFreshList(scope);
		assertThat(table.rows().values()).extracting(Row::name).contains("stays", "changes", "comes")
				.doesNotContain("goes");
		assertThat(table.blanks()).isZero();
		assertThat(table.said()).anySatisfy(f -> assertThat(f.problem()).containsInstanceOf(Expired.class));
		sandbox.create("afterwards");
		isAsAFreshList(scope);
		Reader reader = reader();
		org.assertj.core.api.Assertions.assertThatThrownBy(() -> list(reader, Scope.all(type("configmaps")),
				ListOptions.page(1).after(page.page.next().orElseThrow()))).isInstanceOf(Expired.class);
	}

	@Test
	void aServerThatComesBackIsLiveByItself() throws Exception {
		Assumptions.assumeTrue(server.controlled());
		Sandbox sandbox = sandbox();
		Scope scope = scope("configmaps", sandbox.namespace);
		sandbox.create("one");
		reflect(transport(), scope, Thread::sleep);
		table.await(State.LIVE);
		try {
			server.control("stop-apiserver");
			table.await(State.STALE);
		} finally {
			server.control("start-apiserver");
		}
		table.await(State.LIVE);
		sandbox.create("two");
		isAsAFreshList(scope);
	}
}
