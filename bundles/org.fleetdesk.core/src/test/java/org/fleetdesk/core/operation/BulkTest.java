package org.fleetdesk.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.FakeObjects;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.Catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class BulkTest {
	private final List<Entry> journal = Collections.synchronizedList(new ArrayList<>());
	private final Background background = FakeAccess.at(Instant.parse("2026-11-21T12:00:00Z"));
	private final OperationRunner runner = new OperationRunner(journal::add, new Entry.By("test", "me", 1), background);
	private final Set<String> broken = ConcurrentHashMap.newKeySet();
	private final Set<String> cut = ConcurrentHashMap.newKeySet();
	private final FakeObjects server = server();

	private FakeObjects server() {
		return new FakeObjects() {
			@Override
			protected void asked(String line) {
				if (broken.stream().anyMatch(line::matches)) {
					throw gone();
				}
			}

			@Override
			protected void done(String line) {
				if (cut.remove(line)) {
					throw gone();
				}
			}
		};
	}

	private static ObjectKey key(String name) {
		return new ObjectKey(FakeServer.PODS, "web", name);
	}

	private static FakeAccess access(String name, FakeObjects server) {
		return new FakeAccess(name, Mark.NONE, Catalogue.EMPTY, server, server);
	}

	/** Labels a pod, which is there. */
	private static Step labelled(FakeAccess cluster, String name, Step... after) {
		((FakeObjects) cluster.reader()).put(key(name), "{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}");
		Target target = new Target(cluster, key(name));
		return new Patching(target, "",
				pod -> pod.withObjectProperty("metadata").withObjectProperty("labels").put("tier", "front"),
				Kubectl.of(target, "label", "pod", name, "tier=front"), List.of(after));
	}

	private List<Outcome> run(Operation operation, Manner manner) {
		return runner.run(operation, runner.preview(operation, Progress.NONE, manner), Confirmation.NONE,
				Progress.NONE, manner);
	}

	private static List<State> states(List<Outcome> outcomes) {
		return outcomes.stream().map(Outcome::state).toList();
	}

	@Test
	void manyStepsAreDoneAtATimeAndNoMoreThanAllowed() throws Exception {
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch four = new CountDownLatch(4);
		FakeObjects slow = new FakeObjects() {
			@Override
			protected void asked(String line) throws InterruptedException {
				if (line.startsWith("patch")) {
					most.accumulateAndGet(now.incrementAndGet(), Math::max);
					four.countDown();
					assertThat(four.await(20, TimeUnit.SECONDS)).isTrue();
				}
			}

			@Override
			protected void done(String line) {
				if (line.startsWith("patch")) {
					now.decrementAndGet();
				}
			}
		};
		FakeAccess cluster = access("prod", slow);
		Operation label = new Steps("label", IntStream.range(0, 40).mapToObj(i -> labelled(cluster, "p" + i)).toList());
		List<Outcome> outcomes = run(label, new Manner(4, false, "OPS-17"));
		assertThat(states(outcomes)).hasSize(40).containsOnly(State.DONE);
		assertThat(outcomes).extracting(o -> o.target().key().name()).startsWith("p0", "p1", "p2").endsWith("p39");
		assertThat(most.get()).isEqualTo(4);
		List<Entry> ended = journal.stream().filter(e -> e.outcome() == Entry.Outcome.DONE).toList();
		assertThat(ended).hasSize(40).extracting(Entry::group).containsOnly(ended.getFirst().group());
		assertThat(ended.getFirst().group().parts()).isEqualTo(40);
		assertThat(ended.getFirst().group().ticket()).isEqualTo("OPS-17");
	}

	@Test
	void afterAFailureNothingBeginsIfSomebodyWantsItSo() {
		FakeAccess cluster = access("prod", server);
		Operation label = new Steps("label", Stream.of("a", "b", "c").map(n -> labelled(cluster, n)).toList());
		List<Outcome> previewed = runner.preview(label, Progress.NONE);
		server.put(key("b"), "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"labels\":{\"tier\":\"back\"}}}");
		List<Outcome> outcomes = runner.run(label, previewed, Confirmation.NONE, Progress.NONE,
				Manner.ONE_BY_ONE.stopping(true));
		assertThat(states(outcomes)).containsExactly(State.DONE, State.FAILED, State.CANCELLED);
		Operation rest = label.rest(outcomes);
		assertThat(rest.name()).isEqualTo("label");
		assertThat(states(run(rest, Manner.BULK))).containsExactly(State.DONE, State.DONE);
		assertThat(server.sent().stream().filter("patch pods web/a"::equals)).hasSize(1);
	}

	@Test
	void aStepWaitsForThoseBeforeItAndGoesWithThem() {
		FakeAccess cluster = access("prod", server);
		Step first = labelled(cluster, "first");
		Step second = labelled(cluster, "second", first);
		Step third = labelled(cluster, "third", second);
		Operation all = new Steps("label", List.of(third, second, first));
		assertThat(states(run(all, Manner.BULK))).containsOnly(State.DONE);
		assertThat(server.sent().stream().filter(line -> !line.startsWith("dry"))).containsExactly(
				"patch pods web/first", "patch pods web/second", "patch pods web/third");
		server.put(key("second"), "{\"kind\":\"Pod\"}");
		List<Outcome> previewed = runner.preview(all, Progress.NONE);
		server.put(key("second"), "{\"kind\":\"Pod\",\"metadata\":{\"labels\":{\"tier\":\"back\"}}}");
		assertThat(states(runner.run(all, previewed, Confirmation.NONE, Progress.NONE, Manner.BULK)))
				.as("the third does not begin").containsExactly(State.CANCELLED, State.FAILED, State.UNCHANGED);
	}

	@Test
	void whatWasDoneWhenTheConnectionBrokeIsFoundOutAndNotDoneTwice() {
		FakeAccess cluster = access("prod", server);
		Operation label = new Steps("label", List.of(labelled(cluster, "a"), labelled(cluster, "b")));
		List<Outcome> previewed = runner.preview(label, Progress.NONE);
		cut.add("patch pods web/a");
		broken.add("patch pods web/b");
		List<Outcome> outcomes = runner.run(label, previewed, Confirmation.NONE, Progress.NONE);
		assertThat(states(outcomes)).as("the first had arrived").containsExactly(State.DONE, State.FAILED);
		assertThat(server.sent().stream().filter("patch pods web/a"::equals)).hasSize(1);
		assertThat(journal).extracting(e -> e.subject().name() + " " + e.outcome()).containsExactly("a RUNNING",
				"a DONE",
				"b RUNNING", "b FAILED");
	}

	@Test
	void aClusterThatGoesAwayIsLeftAloneAndAskedWhatBecameOfIt() {
		FakeObjects other = server();
		FakeAccess away = access("away", server);
		FakeAccess here = access("here", other);
		Operation label = new Steps("label", List.of(labelled(away, "a"), labelled(away, "b"), labelled(here, "c")));
		List<Outcome> previewed = runner.preview(label, Progress.NONE);
		cut.add("patch pods web/a");
		AtomicInteger reads = new AtomicInteger();
		FakeObjects gone = new FakeObjects() {
			@Override
			public JsonNode get(ObjectKey key) throws InterruptedException {
				if (reads.incrementAndGet() < 4) {
					throw gone();
				}
				return server.get(key);
			}
		};
		FakeAccess flaky = new FakeAccess("away", Mark.NONE, Catalogue.EMPTY, gone, server);
		Target first = new Target(flaky, key("a"));
		Operation again = new Steps("label", List.of(
				new Patching(first, ((Patching) label.steps().get(0)).aim(), Kubectl.of(first, "label")),
				new Patching(new Target(flaky, key("b")), ((Patching) label.steps().get(1)).aim(),
						Kubectl.of(first, "label")),
				label.steps().get(2)));
		List<Outcome> outcomes = runner.run(again, previewed, Confirmation.NONE, Progress.NONE);
		assertThat(states(outcomes)).containsExactly(State.DONE, State.FAILED, State.DONE);
		assertThat(server.sent()).as("nothing more goes to a cluster that is away").doesNotContain("patch pods web/b");
		assertThat(journal).extracting(e -> e.subject().name() + " " + e.outcome()).containsExactly("a RUNNING",
				"a UNKNOWN", "c RUNNING", "c DONE", "a DONE");
	}

	@Test
	void anInterruptEndsAllThreadsAndEveryStepHasAnOutcome() throws Exception {
		CountDownLatch begun = new CountDownLatch(2);
		FakeObjects stuck = new FakeObjects() {
			@Override
			protected void asked(String line) throws InterruptedException {
				if (line.startsWith("patch")) {
					begun.countDown();
					new CountDownLatch(1).await();
				}
			}
		};
		FakeAccess cluster = access("prod", stuck);
		Operation label = new Steps("label", Stream.of("a", "b", "c").map(n -> labelled(cluster, n)).toList());
		List<Outcome> previewed = runner.preview(label, Progress.NONE);
		List<Outcome> outcomes = new ArrayList<>();
		Thread running = Thread.ofVirtual().start(() -> outcomes.addAll(
				runner.run(label, previewed, Confirmation.NONE, Progress.NONE, new Manner(2, false, ""))));
		assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
		running.interrupt();
		running.join();
		assertThat(states(outcomes)).containsExactly(State.UNKNOWN, State.UNKNOWN, State.CANCELLED);
		assertThat(journal.getLast().outcome()).isEqualTo(Entry.Outcome.UNKNOWN);
	}

	@Test
	void whatACrashLeftUnknownIsFoundOutFromTheJournal() throws Exception {
		Catalogue pods = new Catalogue(List.of(FakeServer.PODS), List.of());
		FakeAccess cluster = new FakeAccess("prod", Mark.NONE, pods, server, server);
		Operation label = new Steps("label", List.of(labelled(cluster, "a")));
		run(label, Manner.ONE_BY_ONE);
		Entry crashed = journal.getFirst().end(Instant.now(), Entry.Outcome.UNKNOWN, "");
		assertThat(runner.findOut(crashed, cluster).outcome()).isEqualTo(Entry.Outcome.DONE);
		server.put(key("a"), journal.getFirst().before().orElseThrow().toString());
		assertThat(runner.findOut(crashed, cluster).outcome()).isEqualTo(Entry.Outcome.FAILED);
		assertThat(journal.getLast().outcome()).isEqualTo(Entry.Outcome.FAILED);
	}
}
