package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Apply;
import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.Clash;
import org.fleetdesk.core.operation.Delete;
import org.fleetdesk.core.operation.Edit;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.kube.KubeException.Conflict;
import org.fleetdesk.kube.KubeException.Guarded;
import org.fleetdesk.kube.KubeException.Invalid;
import org.fleetdesk.kube.write.DeleteOptions.Propagation;
import org.fleetdesk.kube.write.WriteOptions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryServer
class OperationTest extends ChangingCheck {

	private static final String DEPLOYMENT = """
			{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","labels":{"app":"web"}},
			"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
			"spec":{"containers":[{"name":"web","image":"web:1","args":["a"],"env":[{"name":"A","value":"1"}]},
			{"name":"side","image":"side:1"}]}}}}""";

	private Target web;

	OperationTest(Server server) {
		super(server);
	}

	@BeforeEach
	void open() throws Exception {
		web = new Target(cluster, key("deployments", sandbox.namespace, "web"));
	}

	/** The deployment as another manager has made it. */
	private JsonNode made(String manager) throws Exception {
		return cluster.real().create(web.key(), JSON.readTree(DEPLOYMENT), WriteOptions.REAL.as(manager)).object();
	}

	private static ObjectNode container(JsonNode deployment, int index) {
		return (ObjectNode) deployment.at("/spec/template/spec/containers").get(index);
	}

	private JsonNode now() throws InterruptedException {
		return cluster.reader().get(web.key());
	}

	@Test
	void anEditChangesWhatWasEditedAndHoldsNoMore() throws Exception {
		JsonNode base = made("someone");
		JsonNode text = base.deepCopy();
		container(text, 0).put("image", "web:2");
		Outcome asked = preview(new Edit(web, base, text, false));
		assertThat(asked.state()).isEqualTo(State.CLASHED);
		assertThat(asked.change().orElseThrow().clashes()).singleElement().satisfies(clash -> {
			assertThat(clash.manager()).isEqualTo("someone");
			assertThat(clash.meanwhile()).isFalse();
			assertThat(clash.theirs().orElseThrow().toString()).contains("web:1");
		});
		assertThat(container(asked.change().orElseThrow().after().orElseThrow(), 0).path("image").asText())
				.isEqualTo("web:2");
		assertThat(container(now(), 0).path("image").asText()).as("a preview keeps nothing").isEqualTo("web:1");

		done(new Edit(web, base, text, true));
		JsonNode now = now();
		assertThat(container(now, 0).path("image").asText()).isEqualTo("web:2");
		assertThat(container(now, 1)).isEqualTo(container(base, 1));
		assertThat(now.at("/metadata/managedFields").findValues("manager").stream().map(JsonNode::asText))
				.contains(WriteOptions.MANAGER);
		assertThat(journal).extracting(Entry::outcome).containsExactly(Entry.Outcome.RUNNING, Entry.Outcome.DONE);
	}

	@Test
	void whatOthersChangedElsewhereMeanwhileStays() throws Exception {
		JsonNode base = made("someone");
		cluster.real().apply(web.key(), JSON.readTree("""
				{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web"},"spec":{"replicas":3}}"""),
				WriteOptions.REAL.as("scaler").forced(true));
		JsonNode text = base.deepCopy();
		container(text, 0).put("image", "web:2");
		done(new Edit(web, base, text, true));
		assertThat(now().at("/spec/replicas").asInt()).isEqualTo(3);
		assertThat(container(now(), 0).path("image").asText()).isEqualTo("web:2");
	}

	@Test
	void whatSomeoneChangedInTheSameFieldMeanwhileIsNamed() throws Exception {
		JsonNode base = made("someone");
		ObjectNode theirs = base.deepCopy();
		container(theirs, 0).put("image", "web:3");
		cluster.real().replace(web.key(), unversioned(theirs), WriteOptions.REAL.as("kubectl-edit"));
		JsonNode text = base.deepCopy();
		container(text, 0).put("image", "web:2");
		Outcome asked = preview(new Edit(web, base, text, false));
		assertThat(asked.change().orElseThrow().clashes()).extracting(Clash::manager, Clash::meanwhile)
				.containsExactly(org.assertj.core.groups.Tuple.tuple("kubectl-edit", true));
		assertThat(asked.change().orElseThrow().clashes().getFirst().theirs().orElseThrow().toString())
				.contains("web:3");
	}

	private static ObjectNode unversioned(ObjectNode object) {
		object.withObject("/metadata").remove("resourceVersion");
		return object;
	}

	@Test
	void whatIsTakenOutGoesWhoeverHeldIt() throws Exception {
		JsonNode base = made("someone");
		JsonNode text = base.deepCopy();
		container(text, 0).remove("env");
		container(text, 0).putArray("args").add("b");
		done(new Edit(web, base, text, true));
		assertThat(container(now(), 0).has("env")).isFalse();
		assertThat(container(now(), 0).path("args").path(0).asText()).isEqualTo("b");
		// and what an edit has set, another edit takes out again
		JsonNode with = now();
		JsonNode labelled = with.deepCopy();
		((ObjectNode) labelled.at("/metadata/labels")).put("tier", "front");
		done(new Edit(web, with, labelled, false));
		JsonNode then = now();
		assertThat(then.at("/metadata/labels/tier").asText()).isEqualTo("front");
		JsonNode without = then.deepCopy();
		((ObjectNode) without.at("/metadata/labels")).remove("tier");
		done(new Edit(web, then, without, false));
		assertThat(now().at("/metadata/labels").has("tier")).isFalse();
		assertThat(container(now(), 0).path("args").path(0).asText()).isEqualTo("b");
	}

	@Test
	void whatHasMovedSinceThePreviewIsAskedAgain() throws Exception {
		JsonNode base = made("someone");
		JsonNode text = base.deepCopy();
		container(text, 0).put("image", "web:2");
		Operation edit = new Edit(web, base, text, true);
		Outcome previewed = preview(edit);
		ObjectNode theirs = base.deepCopy();
		container(theirs, 0).put("image", "web:3");
		cluster.real().replace(web.key(), unversioned(theirs), WriteOptions.REAL.as("other"));
		Outcome outcome = run(edit, previewed);
		assertThat(outcome.problem().orElseThrow()).isInstanceOf(Conflict.class)
				.hasMessageContaining(server.toString().equals("demo") // its limit apply-lists-atomic
						? ".spec.template.spec.containers"
						: ".spec.template.spec.containers[name=\"web\"].image");
		assertThat(container(now(), 0).path("image").asText()).isEqualTo("web:3");
		assertThat(journal.getLast().outcome()).isEqualTo(Entry.Outcome.FAILED);
	}

	@Test
	void textAboutAnotherObjectIsRefused() throws Exception {
		JsonNode base = made("someone");
		ObjectNode text = base.deepCopy();
		text.withObject("/metadata").put("name", "other");
		assertThat(preview(new Edit(web, base, text, false)).problem().orElseThrow()).isInstanceOf(Invalid.class)
				.hasMessageContaining(".metadata.name");
	}

	@Test
	void anImmutableFieldIsNamed() throws Exception {
		Assumptions.assumeFalse(server.toString().equals("demo"), "its limit types-only");
		JsonNode base = made("someone");
		JsonNode text = base.deepCopy();
		((ObjectNode) text.at("/spec/selector/matchLabels")).put("app", "other");
		((ObjectNode) text.at("/spec/template/metadata/labels")).put("app", "other");
		Invalid refused = (Invalid) preview(new Edit(web, base, text, true)).problem().orElseThrow();
		assertThat(refused.causes()).anySatisfy(cause -> {
			assertThat(cause.field()).isEqualTo("spec.selector");
			assertThat(cause.message()).contains("immutable");
		});
	}

	@Test
	void applyingMakesAnObjectAndSaysWhatWouldBeTakenOver() throws Exception {
		ObjectNode wanted = (ObjectNode) JSON.readTree(DEPLOYMENT);
		Operation first = new Apply(List.of(new Apply.Desired(web, wanted)), WriteOptions.REAL.as("one"));
		assertThat(preview(first).change().orElseThrow().effect()).isEqualTo(Change.Effect.CREATED);
		done(first);
		ObjectNode other = wanted.deepCopy();
		container(other, 0).put("image", "web:2");
		Outcome asked = preview(new Apply(List.of(new Apply.Desired(web, other)), WriteOptions.REAL.as("two")));
		assertThat(asked.state()).isEqualTo(State.CLASHED);
		assertThat(asked.change().orElseThrow().clashes()).isNotEmpty()
				.allSatisfy(clash -> assertThat(clash.manager()).isEqualTo("one"));
		done(new Apply(List.of(new Apply.Desired(web, other)), WriteOptions.REAL.as("two").forced(true)));
		assertThat(container(now(), 0).path("image").asText()).isEqualTo("web:2");
	}

	@Test
	void deletingSaysWhatElseGoes() throws Exception {
		made("someone");
		Scope.await(this, "pods", 1);
		Operation delete = new Delete(List.of(web), Propagation.BACKGROUND, Optional.empty());
		Outcome asked = preview(delete);
		assertThat(asked.change().orElseThrow().effect()).isEqualTo(Change.Effect.DELETED);
		assertThat(asked.change().orElseThrow().also()).extracting(d -> d.kind() + " " + d.depth())
				.contains("ReplicaSet 1", "Pod 2");
		assertThat(preview(new Delete(List.of(web), Propagation.ORPHAN, Optional.empty())).change().orElseThrow()
				.also()).isEmpty();
		assertThat(run(delete, asked).state()).isEqualTo(State.DONE);
		Scope.await(this, "deployments", 0);
	}

	@Test
	void aGuardHoldsAnOperationBackAndTheJournalKnows() throws Exception {
		JsonNode base = made("someone");
		Access guarded = new Access("prod", Mark.NONE.production(true), cluster.catalogue(), cluster.reader(),
				cluster.real());
		Operation delete = new Delete(List.of(new Target(guarded, web.key())), Propagation.BACKGROUND,
				Optional.empty());
		Outcome asked = preview(delete);
		assertThat(asked.state()).isEqualTo(State.DONE);
		assertThat(run(delete, asked).problem().orElseThrow()).isInstanceOf(Guarded.class);
		assertThat(now().path("metadata").path("uid")).isEqualTo(base.path("metadata").path("uid"));
		assertThat(runner.run(delete, List.of(asked), new Confirmation(Set.of("prod")), Progress.NONE).getFirst()
				.state()).isEqualTo(State.DONE);
		assertThat(journal).extracting(Entry::outcome).containsExactly(Entry.Outcome.RUNNING, Entry.Outcome.FAILED,
				Entry.Outcome.RUNNING, Entry.Outcome.DONE);
	}

	/** Waits for the server. */
	private static final class Scope {
		static void await(OperationTest test, String type, int count) throws InterruptedException {
			for (int tries = 0; tries < 300; tries++) {
				if (test.list(test.scope(type, test.sandbox.namespace)).rows.size() == count) {
					return;
				}
				Thread.sleep(50);
			}
			throw new AssertionError("no " + count + " " + type);
		}
	}
}
