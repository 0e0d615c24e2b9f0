package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.fleetdesk.core.Background;
import org.fleetdesk.core.action.Action;
import org.fleetdesk.core.action.Actions;
import org.fleetdesk.core.action.Values;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.kinds.Kinds;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.OperationRunner;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.internal.read.HttpReader;
import org.fleetdesk.kube.internal.write.HttpWriter;
import org.fleetdesk.kube.write.WriteOptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;

/** What checks need that change something by operations: a cluster, a namespace of their own, a journal. */
abstract class ChangingCheck extends Check {
	static final ObjectMapper JSON = new ObjectMapper();

	/** What a wait asks for. */
	interface Condition {
		boolean holds() throws InterruptedException;
	}

	static final Kinds KINDS = new Kinds();
	final Actions actions = new Actions(KINDS, InstantSource.system());
	final List<Entry> journal = Collections.synchronizedList(new ArrayList<>());
	final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
	final OperationRunner runner = new OperationRunner(journal::add, Entry.By.thisProcess("test"),
			new Background(Thread.ofVirtual().factory(), scheduler, InstantSource.system()));
	Sandbox sandbox;
	Access cluster;

	ChangingCheck(Server server) {
		super(server);
	}

	@BeforeEach
	void connect() throws Exception {
		closing(scheduler::shutdownNow);
		sandbox = sandbox();
		cluster = new Access(server.toString(), Mark.NONE, new HttpDiscovery(transport()).resources(),
				new HttpReader(transport()), new HttpWriter(transport()));
	}

	/** An object in the namespace of this check. */
	Target target(String words, String name) throws InterruptedException {
		return new Target(cluster, key(words, sandbox.namespace, name));
	}

	/** Makes an object in the namespace of this check. */
	JsonNode create(String words, String json) throws Exception {
		ObjectNode object = (ObjectNode) JSON.readTree(json);
		String name = object.path("metadata").path("name").asText();
		return cluster.real().create(target(words, name).key(), object,
				WriteOptions.REAL.as("someone")).object();
	}

	/** An action by its name, with what it is told: argument, value, argument, value … */
	Operation action(String name, Target target, String... told) throws InterruptedException {
		Action action = actions.find(name).orElseThrow();
		assertThat(actions.of(target.key().type())).as("what can be done with " + target).contains(action);
		Map<String, List<String>> values = new LinkedHashMap<>();
		for (int i = 0; i < told.length; i += 2) {
			values.computeIfAbsent(told[i], n -> new ArrayList<>()).add(told[i + 1]);
		}
		return action.operation(List.of(target), Values.of(action, values));
	}

	/** Takes back what was done last. */
	void undone() {
		Entry last = journal.getLast();
		assertThat(last.outcome()).isEqualTo(Entry.Outcome.DONE);
		done(Undo.of(last, cluster).operation().orElseThrow());
	}

	/** The sentence by which a preview refuses. */
	String refused(Operation operation) {
		Outcome outcome = preview(operation);
		assertThat(outcome.state()).as(() -> outcome.toString()).isEqualTo(State.FAILED);
		return outcome.problem().orElseThrow().getMessage();
	}

	JsonNode now(Target target) throws InterruptedException {
		return cluster.reader().get(target.key());
	}

	Outcome preview(Operation operation) {
		return runner.preview(operation, Progress.NONE).getFirst();
	}

	Outcome run(Operation operation, Outcome previewed) {
		return runner.run(operation, List.of(previewed), Confirmation.NONE, Progress.NONE).getFirst();
	}

	Outcome run(Operation operation) {
		return run(operation, preview(operation));
	}

	void done(Operation operation) {
		Outcome outcome = run(operation);
		assertThat(outcome.state()).as(() -> outcome.toString()).isEqualTo(State.DONE);
	}

	/** Waits for the server. */
	static void await(String what, Condition condition) throws InterruptedException {
		for (int tries = 0; tries < 600; tries++) {
			if (condition.holds()) {
				return;
			}
			Thread.sleep(50);
		}
		throw new AssertionError("no " + what);
	}
}
