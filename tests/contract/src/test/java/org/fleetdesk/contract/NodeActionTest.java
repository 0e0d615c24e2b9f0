package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Manner;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.core.operation.Step;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.read.ListOptions;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a node that every server has; only this check's own pods are chosen, by their label. */
@OnEveryServer
class NodeActionTest extends ChangingCheck {
	private Target node;

	NodeActionTest(Server server) {
		super(server);
	}

	@BeforeEach
	void choose() throws Exception {
		List<JsonNode> ready = new ArrayList<>();
		cluster.reader().objects(scope("nodes", ""), ListOptions.ALL, each -> {
			if (each.at("/spec/taints").isMissingNode() && !each.at("/spec/unschedulable").asBoolean()) {
				ready.add(each);
			}
		});
		node = new Target(cluster, new ObjectKey(type("nodes"), "", ready.getLast().at("/metadata/name").asText()));
	}

	@AfterEach
	void letPodsComeAgain() throws Exception {
		if (node != null && now(node).at("/spec/unschedulable").asBoolean()) {
			done(action("uncordon", node));
		}
	}

	/** Two pods on the node that belong to a controller. */
	private void pods(String volumes) throws Exception {
		create("replicasets.apps", """
				{"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"web"},"spec":{"replicas":2,
				"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"check":"%1$s","app":"web"}},
				"spec":{"nodeSelector":{"kubernetes.io/hostname":"%2$s"},%3$s
				"containers":[{"name":"web","image":"registry.fleetdesk.test/web:1"}]}}}}""".formatted(
				sandbox.namespace, node.key().name(), volumes));
		await("pods that run", () -> here().size() == 2);
	}

	/** The names of the check's pods that run on the node. */
	private List<String> here() throws InterruptedException {
		List<String> names = new ArrayList<>();
		cluster.reader().objects(scope("pods", sandbox.namespace), ListOptions.ALL, pod -> {
			if (pod.at("/spec/nodeName").asText().equals(node.key().name())
					&& pod.at("/status/phase").asText().equals("Running")
					&& !pod.at("/metadata").has("deletionTimestamp")) {
				names.add(pod.at("/metadata/name").asText());
			}
		});
		return names;
	}

	private void budget(int least) throws Exception {
		create("poddisruptionbudgets.policy",
				"""
						{"apiVersion":"policy/v1","kind":"PodDisruptionBudget","metadata":{"name":"web"},"spec":{"minAvailable":%2$d,
						"selector":{"matchLabels":{"check":"%1$s"}}}}"""
						.formatted(sandbox.namespace, least));
		Target budget = target("poddisruptionbudgets.policy", "web");
		await("budget that is counted", () -> now(budget).at("/status/currentHealthy").asInt() == 2);
	}

	private Operation drain(String... more) throws InterruptedException {
		List<String> told = new ArrayList<>(List.of("pod-selector", "check=" + sandbox.namespace));
		told.addAll(List.of(more));
		return action("drain", node, told.toArray(String[]::new));
	}

	private List<Outcome> run(Operation operation, Progress progress) {
		return runner.run(operation, runner.preview(operation, Progress.NONE, Manner.BULK), Confirmation.NONE,
				progress, Manner.BULK);
	}

	@Test
	void aCordonedNodeGetsNoPodsUntilItIsUncordoned() throws Exception {
		assertThat(action("cordon", node).kubectl()).endsWith(" cordon " + node.key().name());
		done(action("cordon", node));
		assertThat(now(node).at("/spec/unschedulable").asBoolean()).isTrue();
		assertThat(run(action("cordon", node)).state()).isEqualTo(State.UNCHANGED);
		done(action("uncordon", node));
		assertThat(now(node).at("/spec").has("unschedulable")).isFalse();
		undone();
		assertThat(now(node).at("/spec/unschedulable").asBoolean()).isTrue();
	}

	@Test
	void taintsComeChangeAndGo() throws Exception {
		done(action("taint", node, "taints", "fleetdesk.test/a=1:PreferNoSchedule", "taints",
				"fleetdesk.test/b:PreferNoSchedule"));
		assertThat(now(node).at("/spec/taints").toString()).contains("fleetdesk.test/a", "fleetdesk.test/b");
		done(action("taint", node, "taints", "fleetdesk.test/a=2:PreferNoSchedule", "taints", "fleetdesk.test/b-"));
		assertThat(now(node).at("/spec/taints").toString()).contains("\"2\"").doesNotContain("fleetdesk.test/b");
		undone();
		assertThat(now(node).at("/spec/taints").toString()).contains("\"1\"", "fleetdesk.test/b");
		done(action("taint", node, "taints", "fleetdesk.test/a:PreferNoSchedule-", "taints", "fleetdesk.test/b-"));
		assertThat(now(node).at("/spec").has("taints")).isFalse();
	}

	@Test
	void drainingEvictsThePodsAndTheNodeStaysCordoned() throws Exception {
		pods("");
		List<String> before = here();
		Operation drain = drain("timeout", "2m");
		assertThat(drain.kubectl()).isEqualTo("kubectl --context " + server + " drain " + node.key().name()
				+ " --pod-selector=check=" + sandbox.namespace + " --timeout=2m");
		assertThat(drain.steps()).hasSize(3);
		assertThat(run(drain, Progress.NONE)).extracting(Outcome::state).containsOnly(State.DONE);
		assertThat(here()).doesNotContainAnyElementsOf(before);
		assertThat(now(node).at("/spec/unschedulable").asBoolean()).isTrue();
		List<Entry> parts = journal.stream().filter(e -> e.outcome() == Entry.Outcome.DONE).toList().reversed();
		assertThat(parts).extracting(Entry::group).containsOnly(parts.getFirst().group());
		Undo undo = Undo.of(parts, id -> java.util.Optional.of(cluster), false);
		assertThat(undo.refusals()).as("pods are gone for good").hasSize(2);
		done(undo.operation().orElseThrow());
		assertThat(now(node).at("/spec/unschedulable").asBoolean()).isFalse();
	}

	@Test
	void aBudgetThatNeverLetsGoIsNamedAndTheDrainStopsWhenCancelled() throws Exception {
		pods("");
		budget(2);
		assertThat(preview(action("evict", target("pods", here().getFirst()))).problem().orElseThrow())
				.hasMessageContaining("disruption budget");
		Operation drain = drain();
		List<Outcome> previewed = runner.preview(drain, Progress.NONE, Manner.BULK);
		assertThat(previewed.get(1).change().orElseThrow().warnings().toString()).contains("web");
		List<String> said = Collections.synchronizedList(new ArrayList<>());
		List<Outcome> outcomes = new ArrayList<>();
		Thread running = Thread.ofVirtual().start(() -> outcomes.addAll(
				runner.run(drain, previewed, Confirmation.NONE, new Said(said), Manner.BULK)));
		await("reason of each pod", () -> said.stream().distinct().count() == 2);
		assertThat(said.getFirst()).contains("disruption budget", "web", "2 healthy");
		running.interrupt();
		running.join();
		assertThat(outcomes).extracting(Outcome::state).containsExactly(State.DONE, State.CANCELLED, State.CANCELLED);
		assertThat(here()).as("nothing was evicted").hasSize(2);
		// and once the budget allows it, the rest goes
		sandbox.send("PATCH", "/apis/policy/v1/namespaces/" + sandbox.namespace + "/poddisruptionbudgets/web",
				"application/merge-patch+json", "{\"spec\":{\"minAvailable\":0}}");
		assertThat(run(drain.rest(outcomes), Progress.NONE)).extracting(Outcome::state).containsExactly(State.DONE,
				State.DONE);
	}

	/** Keeps what steps wait for. */
	private record Said(List<String> sentences) implements Progress {
		@Override
		public void begins(Step step, int number, int all) {
			// not asked for
		}

		@Override
		public void ended(Outcome outcome) {
			// not asked for
		}

		@Override
		public void says(Step step, String sentence) {
			sentences.add(sentence);
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	@Test
	void podsThatMustNotGoWithoutAWordKeepTheirNodeFromBeingEmptied() throws Exception {
		pods("\"volumes\":[{\"name\":\"scratch\",\"emptyDir\":{}}],");
		create("pods", """
				{"apiVersion":"v1","kind":"Pod","metadata":{"name":"alone","labels":{"check":"%1$s"}},"spec":{
				"nodeName":"%2$s","containers":[{"name":"web","image":"registry.fleetdesk.test/web:1"}]}}""".formatted(
				sandbox.namespace, node.key().name()));
		await("third pod", () -> here().size() == 3);
		Operation drain = drain("delete-emptydir-data", "true");
		List<Outcome> outcomes = run(drain, Progress.NONE);
		assertThat(outcomes.stream().filter(o -> o.state() == State.FAILED)).singleElement().satisfies(
				outcome -> assertThat(outcome.problem().orElseThrow()).hasMessageContaining("alone belongs to no"));
		assertThat(here()).as("none is evicted").hasSize(3);
		assertThat(runner.preview(drain("force", "true"), Progress.NONE).stream()
				.filter(o -> o.state() == State.FAILED)).hasSize(2).allSatisfy(
						outcome -> assertThat(outcome.problem().orElseThrow()).hasMessageContaining("emptyDir"));
		assertThat(run(drain("force", "true", "delete-emptydir-data", "true"), Progress.NONE))
				.filteredOn(o -> !o.target().key().equals(node.key())).hasSize(3).extracting(Outcome::state)
				.containsOnly(State.DONE);
	}

	@Test
	void podsOfDaemonSetsAreLeftWhenSomebodySaysSo() throws Exception {
		create("daemonsets.apps", """
				{"apiVersion":"apps/v1","kind":"DaemonSet","metadata":{"name":"agent"},"spec":{
				"selector":{"matchLabels":{"check":"%1$s"}},"template":{"metadata":{"labels":{"check":"%1$s"}},
				"spec":{"nodeSelector":{"kubernetes.io/hostname":"%2$s"},
				"containers":[{"name":"agent","image":"registry.fleetdesk.test/agent:1"}]}}}}""".formatted(
				sandbox.namespace, node.key().name()));
		await("agent", () -> here().size() == 1);
		assertThat(run(drain(), Progress.NONE).getLast().problem().orElseThrow()).hasMessageContaining("daemon set");
		assertThat(drain("ignore-daemonsets", "true").steps()).as("the cordon alone").hasSize(1);
		assertThat(here()).hasSize(1);
	}

	@Test
	void aPodIsEvictedOnce() throws Exception {
		pods("");
		String name = here().getFirst();
		Operation evict = action("evict", target("pods", name), "grace-period", "0");
		assertThat(evict.kubectl()).contains("create --raw /api/v1/namespaces/" + sandbox.namespace + "/pods/" + name
				+ "/eviction -f - <<'EOF'\napiVersion: policy/v1");
		done(evict);
		await("another pod", () -> !here().contains(name) && here().size() == 2);
		assertThat(Undo.whyNot(journal.getLast()).orElseThrow()).contains("cannot be had back");
	}

	@Test
	void aNodeThatRunsIsNotGivenUpWithoutAWord() throws Exception {
		pods("");
		assertThat(refused(action("move-off", node))).contains("is ready");
		assertThat(now(node).at("/spec").has("taints")).isFalse();
	}
}
