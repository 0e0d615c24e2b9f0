package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.fleetdesk.core.fleet.Permission;
import org.fleetdesk.core.fleet.Permissions;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.object.Differences;
import org.fleetdesk.core.operation.Change;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.internal.write.HttpWriter;
import org.fleetdesk.kube.write.DeleteOptions;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryServer
class WorkloadActionTest extends ChangingCheck {
	private static final String TEMPLATE = """
			"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{"labels":{"app":"web"}},
			"spec":{"containers":[{"name":"web","image":"registry.fleetdesk.test/web:1"},
			{"name":"side","image":"registry.fleetdesk.test/side:1"}]}}""";

	WorkloadActionTest(Server server) {
		super(server);
	}

	private Target workload(String kind) throws Exception {
		String words = kind.toLowerCase(java.util.Locale.ROOT) + "s";
		String own = kind.equals("StatefulSet") ? "\"serviceName\":\"web\"," : "";
		create(words + ".apps", "{\"apiVersion\":\"apps/v1\",\"kind\":\"" + kind
				+ "\",\"metadata\":{\"name\":\"web\"},\"spec\":{" + own + TEMPLATE + "}}");
		return target(words + ".apps", "web");
	}

	private static String image(JsonNode object, int container) {
		return object.at("/spec/template/spec/containers").get(container).path("image").asText();
	}

	@Test
	void scalingSetsReplicasAndGoesBack() throws Exception {
		Target web = workload("Deployment");
		Operation scale = action("scale", web, "replicas", "2");
		assertThat(scale.kubectl()).isEqualTo("kubectl --context " + server + " -n " + sandbox.namespace
				+ " scale deployments.apps/web --replicas=2");
		Outcome asked = preview(scale);
		assertThat(asked.change().orElseThrow().before().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(1);
		assertThat(asked.change().orElseThrow().after().orElseThrow().at("/spec/replicas").asInt()).isEqualTo(2);
		assertThat(now(web).at("/spec/replicas").asInt()).as("a preview keeps nothing").isEqualTo(1);
		assertThat(run(scale, asked).state()).isEqualTo(State.DONE);
		assertThat(now(web).at("/spec/replicas").asInt()).isEqualTo(2);
		assertThat(run(scale).state()).as("nothing is left to be done").isEqualTo(State.UNCHANGED);
		Entry scaled = journal.stream().filter(e -> e.outcome() == Entry.Outcome.DONE).findFirst().orElseThrow();
		done(Undo.of(scaled, cluster).operation().orElseThrow());
		assertThat(now(web).at("/spec/replicas").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet"})
	void restartingReplacesThePods(String kind) throws Exception {
		Target web = workload(kind);
		String before = template();
		done(action("restart", web));
		assertThat(
				now(web).at("/spec/template/metadata/annotations").path("kubectl.kubernetes.io/restartedAt").asText())
				.matches("\\d{4}-.*Z");
		await("new pod", () -> !template().isEmpty() && !template().equals(before));
		assertThat(Undo.whyNot(journal.getLast())).isPresent();
	}

	/** What the pods of this check say of their template. */
	private String template() throws InterruptedException {
		StringBuilder all = new StringBuilder();
		reader().objects(scope("pods", sandbox.namespace), org.fleetdesk.kube.read.ListOptions.ALL,
				pod -> all.append(pod.at("/metadata/annotations/kubectl.kubernetes.io~1restartedAt").asText()));
		return all.toString();
	}

	@Test
	void aPausedRolloutIsResumedAndNotRestartedMeanwhile() throws Exception {
		Target web = workload("Deployment");
		done(action("pause", web));
		assertThat(now(web).at("/spec/paused").asBoolean()).isTrue();
		assertThat(refused(action("restart", web))).contains("paused", "web");
		assertThat(action("resume", web).kubectl()).endsWith("rollout resume deployments.apps/web");
		done(action("resume", web));
		assertThat(now(web).at("/spec/paused").asBoolean()).isFalse();
		undone();
		assertThat(now(web).at("/spec/paused").asBoolean()).isTrue();
	}

	@Test
	void anImageIsSetInOneContainerOrAll() throws Exception {
		Target web = workload("Deployment");
		done(action("set-image", web, "images", "side=registry.fleetdesk.test/side:2"));
		assertThat(image(now(web), 0)).endsWith("web:1");
		assertThat(image(now(web), 1)).endsWith("side:2");
		undone();
		assertThat(image(now(web), 1)).endsWith("side:1");
		done(action("set-image", web, "images", "*=registry.fleetdesk.test/all:3"));
		assertThat(image(now(web), 0)).endsWith("all:3");
		assertThat(refused(action("set-image", web, "images", "none=x:1"))).contains("no container none");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Deployment", "StatefulSet", "DaemonSet"})
	void rollingBackBringsAnEarlierTemplateAndTheDifferenceIsShown(String kind) throws Exception {
		Target web = workload(kind);
		await("first revision", () -> revisions(web) == 1);
		assertThat(refused(action("rollback", web))).contains("no earlier revision");
		done(action("set-image", web, "images", "web=registry.fleetdesk.test/web:2"));
		await("second revision", () -> revisions(web) == 2);
		Outcome asked = preview(action("rollback", web));
		Change change = asked.change().orElseThrow();
		assertThat(Differences.of(change.before().orElseThrow(), change.after().orElseThrow()).list().toString())
				.contains("web:1", "web:2").doesNotContain("side");
		assertThat(image(now(web), 0)).endsWith("web:2");
		done(action("rollback", web));
		assertThat(image(now(web), 0)).endsWith("web:1");
		assertThat(now(web).at("/spec/template/metadata/labels").size()).as("no hash of a controller").isEqualTo(1);
		await("revision of the roll-back", () -> newest(web) == 3);
		done(action("rollback", web, "to-revision", "2"));
		assertThat(image(now(web), 0)).endsWith("web:2");
		undone();
		assertThat(image(now(web), 0)).endsWith("web:1");
		assertThat(refused(action("rollback", web, "to-revision", "77"))).contains("no revision 77");
	}

	private long newest(Target target) throws InterruptedException {
		return history(target).stream().mapToLong(r -> r.number()).max().orElse(0);
	}

	private int revisions(Target target) throws InterruptedException {
		return history(target).size();
	}

	private List<org.fleetdesk.core.revisions.Revision> history(Target target) throws InterruptedException {
		return org.fleetdesk.core.revisions.RevisionHistory.read(now(target),
				KINDS.describing(target.key().type()).orElseThrow().revisions().orElseThrow(), cluster.catalogue(),
				cluster.reader());
	}

	@Test
	void aCronJobIsSuspendedResumedAndRunNow() throws Exception {
		org.junit.jupiter.api.Assumptions.assumeTrue(
				cluster.catalogue().types().stream().anyMatch(t -> t.toString().equals("batch/v1 cronjobs")),
				"CronJobs in v1");
		create("cronjobs.batch",
				"""
						{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"backup"},"spec":{"schedule":"0 0 1 1 *",
						"jobTemplate":{"metadata":{"labels":{"part":"backup"}},"spec":{"template":{"spec":{"restartPolicy":"Never",
						"containers":[{"name":"backup","image":"registry.fleetdesk.test/backup:1"}]}}}}}}""");
		Target backup = target("cronjobs.batch", "backup");
		done(action("suspend", backup));
		assertThat(now(backup).at("/spec/suspend").asBoolean()).isTrue();
		done(action("resume", backup));
		assertThat(now(backup).at("/spec/suspend").asBoolean()).isFalse();
		Operation trigger = action("trigger", backup, "job", "backup-by-hand");
		assertThat(trigger.kubectl()).endsWith("create job backup-by-hand --from=cronjob/backup");
		done(trigger);
		Target job = target("jobs.batch", "backup-by-hand");
		JsonNode made = now(job);
		assertThat(made.at("/metadata/labels/part").asText()).isEqualTo("backup");
		assertThat(made.at("/metadata/annotations/cronjob.kubernetes.io~1instantiate").asText()).isEqualTo("manual");
		assertThat(made.at("/metadata/ownerReferences/0/uid")).isEqualTo(now(backup).at("/metadata/uid"));
		assertThat(run(trigger).state()).as("a job is not made twice").isEqualTo(State.FAILED);
		done(action("trigger", backup));
		assertThat(journal.getLast().subject().name()).startsWith("backup-manual-");
	}

	@Test
	void aScheduledUpdateOfAnothersDoesNotStandInTheWay() throws Exception {
		Target web = workload("Deployment");
		Operation label = action("label", web, "labels", "tier=front", "labels", "app-");
		Outcome asked = preview(label);
		sandbox.send("PATCH", "/apis/apps/v1/namespaces/" + sandbox.namespace + "/deployments/web",
				"application/merge-patch+json", "{\"metadata\":{\"labels\":{\"other\":\"yes\"}}}");
		assertThat(run(label, asked).state()).isEqualTo(State.DONE);
		assertThat(now(web).at("/metadata/labels").toString()).contains("\"tier\":\"front\"", "\"other\":\"yes\"");
		Operation again = action("label", web, "labels", "tier=back");
		Outcome shown = preview(again);
		sandbox.send("PATCH", "/apis/apps/v1/namespaces/" + sandbox.namespace + "/deployments/web",
				"application/merge-patch+json", "{\"metadata\":{\"labels\":{\"tier\":\"middle\"}}}");
		Outcome outcome = run(again, shown);
		assertThat(outcome.problem().orElseThrow()).hasMessageContaining(".metadata.labels.tier");
		assertThat(now(web).at("/metadata/labels/tier").asText()).isEqualTo("middle");
	}

	@Test
	void annotationsAreSetAndTakenAway() throws Exception {
		Target web = workload("Deployment");
		done(action("annotate", web, "annotations", "fleetdesk.test/note=it's here", "annotations", "b=2"));
		assertThat(now(web).at("/metadata/annotations/fleetdesk.test~1note").asText()).isEqualTo("it's here");
		done(action("annotate", web, "annotations", "b-"));
		assertThat(now(web).at("/metadata/annotations").has("b")).isFalse();
		undone();
		assertThat(now(web).at("/metadata/annotations/b").asText()).isEqualTo("2");
		assertThat(action("annotate", web, "annotations", "a=it's").kubectl()).endsWith("--overwrite 'a=it'\\''s'");
	}

	@Test
	void finalizersAreRemovedOfWhatIsBeingDeletedOnly() throws Exception {
		create("configmaps", """
				{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"stuck","finalizers":["fleetdesk.test/a",
				"fleetdesk.test/b"]}}""");
		Target stuck = target("configmaps", "stuck");
		assertThat(refused(action("remove-finalizers", stuck))).contains("not being deleted");
		done(action("remove-finalizers", stuck, "force", "true", "finalizers", "fleetdesk.test/b"));
		assertThat(now(stuck).at("/metadata/finalizers").toString()).isEqualTo("[\"fleetdesk.test/a\"]");
		cluster.real().delete(stuck.key(), DeleteOptions.BACKGROUND);
		done(action("remove-finalizers", stuck));
		await("end of it", () -> list(scope("configmaps", sandbox.namespace)).rows.keySet().stream()
				.noneMatch(name -> name.contains("stuck")));
	}

	@Test
	void whatOneMayDoIsKnownBeforehand() throws Exception {
		Target web = new Target(cluster, new ObjectKey(type("deployments.apps"), sandbox.namespace, "web"));
		List<Permission> needed = actions.find("scale").orElseThrow().permissions(web.key().type());
		Permissions admin = cluster.permissions();
		assertThat(admin.known(needed, sandbox.namespace)).isEmpty();
		assertThat(admin.allowed(needed, sandbox.namespace)).isTrue();
		assertThat(admin.known(needed, sandbox.namespace)).contains(true);
		Permissions viewer = new Permissions(new HttpWriter(transport("viewer")), java.time.InstantSource.system());
		assertThat(viewer.allowed(needed, sandbox.namespace)).isFalse();
		assertThat(viewer.known(needed, sandbox.namespace)).contains(false);
	}
}
