package org.fleetdesk.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.core.FakeObjects;
import org.fleetdesk.core.FakeServer;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.fleet.Mark;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.discovery.Catalogue;
import org.fleetdesk.kube.discovery.ResourceType;
import org.fleetdesk.kube.write.DeleteOptions.Propagation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class UndoTest {
	private static final ResourceType SETS = FakeServer.type("apps", "v1", "replicasets", "ReplicaSet", true);
	private static final ResourceType SECRETS = FakeServer.type("", "v1", "secrets", "Secret", true);

	private final List<Entry> journal = new ArrayList<>();
	private final FakeObjects server = new FakeObjects();
	private final FakeAccess cluster = new FakeAccess("prod", Mark.NONE,
			new Catalogue(List.of(SETS, SECRETS), List.of()), server, server);
	private final OperationRunner runner = new OperationRunner(journal::add, new Entry.By("test", "me", 1),
			FakeAccess.at(Instant.parse("2026-11-21T12:00:00Z")));
	private final Target web = new Target(cluster, new ObjectKey(SETS, "web", "a"));

	private Outcome run(Operation operation) {
		List<Outcome> previewed = runner.preview(operation, Progress.NONE);
		return runner.run(operation, previewed, Confirmation.NONE, Progress.NONE).getFirst();
	}

	private Entry done(Operation operation) {
		assertThat(run(operation).state()).isEqualTo(State.DONE);
		return journal.getLast();
	}

	private Operation undo(Entry entry) {
		return Undo.of(entry, cluster).operation().orElseThrow();
	}

	private void there(int replicas) {
		server.put(web.key(), "{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"spec\":{\"replicas\":" + replicas
				+ ",\"paused\":false},\"metadata\":{\"uid\":\"one\",\"labels\":{\"app\":\"web\"}}}");
	}

	private JsonNode now() throws InterruptedException {
		return server.get(web.key());
	}

	private Operation labelled(String value) {
		return new Steps("label",
				List.of(new Patching(web, object -> ((ObjectNode) object.at("/metadata/labels")).put("app", value),
						Kubectl.of(web, "label"))));
	}

	@Test
	void aChangedFieldGoesBackAndOthersStay() throws Exception {
		there(1);
		Entry entry = done(labelled("shop"));
		assertThat(Undo.whyNot(entry)).isEmpty();
		there(5); // somebody scaled it, and put the label back
		ObjectNode changed = now().deepCopy();
		((ObjectNode) changed.at("/metadata/labels")).put("app", "shop");
		server.put(web.key(), changed.toString());
		done(undo(entry));
		assertThat(now().at("/metadata/labels/app").asText()).isEqualTo("web");
		assertThat(now().at("/spec/replicas").asInt()).isEqualTo(5);
		assertThat(undo(journal.getLast()).kubectl()).isEqualTo(
				"kubectl --context 'the prod' -n web patch replicasets.apps/a --type=merge -p"
						+ " '{\"metadata\":{\"labels\":{\"app\":\"shop\"}}}'");
	}

	@Test
	void whatHasChangedSinceIsSaidAndLeftUnlessItIsTakenOver() throws Exception {
		there(1);
		Entry entry = done(labelled("shop"));
		done(labelled("market"));
		Outcome asked = runner.preview(undo(entry), Progress.NONE).getFirst();
		assertThat(asked.state()).isEqualTo(State.CLASHED);
		assertThat(asked.change().orElseThrow().clashes()).singleElement().satisfies(clash -> {
			assertThat(clash.field()).hasToString(".metadata.labels.app");
			assertThat(clash.meanwhile()).isTrue();
			assertThat(clash.theirs().orElseThrow().asText()).isEqualTo("market");
			assertThat(clash.mine().orElseThrow().asText()).isEqualTo("web");
		});
		assertThat(run(undo(entry)).state()).isEqualTo(State.CLASHED);
		assertThat(now().at("/metadata/labels/app").asText()).isEqualTo("market");
		done(Undo.of(List.of(entry), id -> Optional.of(cluster), true).operation().orElseThrow());
		assertThat(now().at("/metadata/labels/app").asText()).isEqualTo("web");
	}

	@Test
	void whatOthersPutIntoAMapThatWasEmptyStays() throws Exception {
		server.put(web.key(),
				"{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"spec\":{},\"metadata\":{\"uid\":\"one\"}}");
		Entry cordoned = done(new Steps("cordon", List.of(new Patching(web, object -> {
			object.withObjectProperty("spec").put("unschedulable", true);
			object.withObjectProperty("metadata").withObjectProperty("labels").put("mine", "1");
		}, Kubectl.of(web, "cordon")))));
		ObjectNode theirs = now().deepCopy();
		theirs.withObjectProperty("spec").putArray("taints").add("unschedulable");
		theirs.withObjectProperty("metadata").withObjectProperty("labels").put("theirs", "2");
		server.put(web.key(), theirs.toString());
		done(undo(cordoned));
		assertThat(now().path("spec").toString()).isEqualTo("{\"taints\":[\"unschedulable\"]}");
		assertThat(now().at("/metadata/labels").toString()).isEqualTo("{\"theirs\":\"2\"}");
	}

	@Test
	void aScaleGoesBackThroughTheScale() throws Exception {
		there(2);
		Entry entry = done(new Steps("scale", List.of(new Patching(web, "scale",
				scale -> scale.withObjectProperty("spec").put("replicas", 7), Kubectl.of(web, "scale"), List.of()))));
		assertThat(now().at("/spec/replicas").asInt()).isEqualTo(7);
		done(undo(entry));
		assertThat(now().at("/spec/replicas").asInt()).isEqualTo(2);
		assertThat(server.sent()).contains("scale replicasets web/a").doesNotContain("patch replicasets web/a");
	}

	@Test
	void whatWasDeletedIsMadeAgainAndWhatWasMadeIsDeleted() throws Exception {
		there(3);
		Entry deleted = done(new Delete(List.of(web), Propagation.ORPHAN, Optional.empty()));
		Entry made = done(undo(deleted));
		assertThat(now().at("/spec/replicas").asInt()).isEqualTo(3);
		assertThat(now().at("/metadata/uid").asText()).isNotEqualTo("one");
		done(undo(made));
		there(3); // somebody made another of the same name
		Outcome again = run(undo(made));
		assertThat(again.state()).as("another object is left alone").isEqualTo(State.FAILED);
		assertThat(now().at("/metadata/uid").asText()).isEqualTo("one");
	}

	@Test
	void whatCannotBeTakenBackSaysWhy() throws Exception {
		there(1);
		Entry failed = done(labelled("shop")).end(Instant.now(), Entry.Outcome.FAILED, "");
		assertThat(Undo.whyNot(failed).orElseThrow()).isEqualTo("Nothing was changed.");
		assertThat(Undo.whyNot(failed.end(Instant.now(), Entry.Outcome.UNKNOWN, "")).orElseThrow())
				.contains("find that out");
		Entry restarted = done(new Steps("restart", labelled("market").steps()));
		assertThat(Undo.whyNot(restarted).orElseThrow()).contains("replaced");
		Target secret = new Target(cluster, new ObjectKey(SECRETS, "web", "login"));
		server.put(secret.key(), "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"data\":{\"a\":\"QQ==\"}}");
		Entry keyed = done(new Steps("set-key", List.of(new Patching(secret,
				object -> object.withObjectProperty("data").put("a", "Qg=="), Kubectl.of(secret, "patch")))));
		assertThat(Undo.whyNot(keyed).orElseThrow()).contains("no values of Secrets");
		Undo both = Undo.of(List.of(keyed, restarted), id -> Optional.of(cluster), false);
		assertThat(both.operation()).isEmpty();
		assertThat(both.refusals()).hasSize(2);
		Undo nowhere = Undo.of(List.of(done(labelled("x"))), id -> Optional.empty(), false);
		assertThat(nowhere.refusals().getFirst().why()).contains("prod is not open");
	}

	@Test
	void aMergePatchSaysWhatGoesAndWhatComes() throws Exception {
		ObjectMapper json = new ObjectMapper();
		JsonNode from = json.readTree("{\"a\":1,\"b\":{\"c\":1,\"d\":2},\"l\":[1,2],\"same\":{\"x\":1}}");
		JsonNode to = json.readTree("{\"b\":{\"c\":3,\"e\":4},\"l\":[1],\"same\":{\"x\":1}}");
		assertThat(MergePatch.between(from, to).toString())
				.isEqualTo("{\"a\":null,\"b\":{\"d\":null,\"c\":3,\"e\":4},\"l\":[1]}");
		assertThat(MergePatch.between(to, to)).isEmpty();
	}

	@Test
	void wordsAreQuotedAsAShellReadsThem() {
		assertThat(Kubectl.quoted("web=nginx:1.29")).isEqualTo("web=nginx:1.29");
		assertThat(Kubectl.quoted("it's; rm -rf $HOME")).isEqualTo("'it'\\''s; rm -rf $HOME'");
		assertThat(Kubectl.quoted("")).isEqualTo("''");
		Kubectl made = new Kubectl(List.of("create", "-f", "-"), "a: EOF\nEOF\n");
		assertThat(made.text()).isEqualTo("kubectl create -f - <<'EOFEOF'\na: EOF\nEOF\nEOFEOF");
		Kubectl secret = Kubectl.patch(new Target(cluster, new ObjectKey(SECRETS, "web", "login")), "",
				new ObjectMapper().createObjectNode().set("data",
						new ObjectMapper().createObjectNode().put("a", "Q0FOQVJZ")));
		assertThat(secret.text()).doesNotContain("Q0FOQVJZ");
	}
}
