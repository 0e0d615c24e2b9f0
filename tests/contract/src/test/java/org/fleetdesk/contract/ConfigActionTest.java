package org.fleetdesk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.fleetdesk.core.action.BadArgument;
import org.fleetdesk.core.fleet.Confirmation;
import org.fleetdesk.core.journal.Entry;
import org.fleetdesk.core.operation.Manner;
import org.fleetdesk.core.operation.Operation;
import org.fleetdesk.core.operation.Outcome;
import org.fleetdesk.core.operation.Outcome.State;
import org.fleetdesk.core.operation.Progress;
import org.fleetdesk.core.operation.Target;
import org.fleetdesk.core.operation.Undo;
import org.fleetdesk.kube.ObjectKey;
import org.fleetdesk.kube.internal.discovery.HttpDiscovery;
import org.fleetdesk.kube.write.DeleteOptions;
import org.fleetdesk.kube.write.Patch;
import org.fleetdesk.kube.write.WriteOptions;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Namespaces, settings, volumes and autoscalers. */
@OnEveryServer
class ConfigActionTest extends ChangingCheck {

	ConfigActionTest(Server server) {
		super(server);
	}

	private void workload(String name, String pod) throws Exception {
		create("deployments.apps", """
				{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"%1$s"},"spec":{"replicas":1,
				"selector":{"matchLabels":{"app":"%1$s"}},"template":{"metadata":{"labels":{"app":"%1$s"}},
				"spec":{%2$s"containers":[{"name":"web","image":"registry.fleetdesk.test/web:1"}]}}}}""".formatted(name,
				pod));
	}

	private JsonNode annotations(String deployment) throws InterruptedException {
		return now(target("deployments.apps", deployment)).at("/spec/template/metadata/annotations");
	}

	@Test
	void aKeyIsSetAndThoseWhoReadItAreRestarted() throws Exception {
		create("configmaps",
				"""
						{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"settings"},"data":{"colour":"blue","old":"x"}}""");
		workload("reader", "\"volumes\":[{\"name\":\"s\",\"configMap\":{\"name\":\"settings\"}}],");
		workload("other", "");
		Target settings = target("configmaps", "settings");
		Operation set = action("set-key", settings, "keys", "colour=green\nlight", "keys", "old-", "restart", "true");
		assertThat(set.steps()).hasSize(2);
		assertThat(set.kubectl()).contains("patch configmaps/settings", "\nkubectl",
				"rollout restart deployments.apps/reader");
		List<Outcome> outcomes = runner.run(set, runner.preview(set, Progress.NONE), Confirmation.NONE, Progress.NONE,
				Manner.BULK);
		assertThat(outcomes).extracting(Outcome::state).containsOnly(State.DONE);
		assertThat(now(settings).path("data").toString()).isEqualTo("{\"colour\":\"green\\nlight\"}");
		assertThat(annotations("reader").has("kubectl.kubernetes.io/restartedAt")).isTrue();
		assertThat(annotations("other").has("kubectl.kubernetes.io/restartedAt")).isFalse();
		Entry changed = journal.stream().filter(e -> e.outcome() == Entry.Outcome.DONE).findFirst().orElseThrow();
		done(Undo.of(changed, cluster).operation().orElseThrow());
		assertThat(now(settings).path("data").toString()).contains("\"colour\":\"blue\"", "\"old\":\"x\"");
	}

	@Test
	void aSecretsKeyIsSetAndNothingTellsItsValue() throws Exception {
		create("secrets", """
				{"apiVersion":"v1","kind":"Secret","metadata":{"name":"login"},"data":{"user":"bWU="}}""");
		Target login = target("secrets", "login");
		Operation set = action("set-key", login, "keys", "password=CANARY-9");
		String encoded = Base64.getEncoder().encodeToString("CANARY-9".getBytes(StandardCharsets.UTF_8));
		assertThat(set.kubectl()).doesNotContain("CANARY", encoded);
		done(set);
		assertThat(now(login).at("/data/password").asText()).isEqualTo(encoded);
		assertThat(journal.toString()).doesNotContain("CANARY", encoded);
		assertThat(Undo.whyNot(journal.getLast()).orElseThrow()).contains("no values of Secrets");
		done(action("label", login, "labels", "tier=front"));
		undone();
		assertThat(now(login).at("/metadata").has("labels") && now(login).at("/metadata/labels").has("tier")).isFalse();
		assertThat(now(login).at("/data/password").asText()).isEqualTo(encoded);
	}

	@Test
	void aNamespaceGetsAQuotaWhichIsChangedAndGoes() throws Exception {
		Target namespace = new Target(cluster, new ObjectKey(type("namespaces"), "", sandbox.namespace));
		Target quota = target("resourcequotas", "quota");
		done(action("quota", namespace, "hard", "pods=7", "hard", "requests.nvidia.com/gpu=2"));
		assertThat(now(quota).at("/spec/hard").toString()).contains("\"pods\":\"7\"",
				"\"requests.nvidia.com/gpu\":\"2\"");
		Entry made = journal.getLast();
		done(action("quota", namespace, "hard", "pods-", "hard", "requests.nvidia.com/gpu=4"));
		assertThat(now(quota).at("/spec/hard").toString()).isEqualTo("{\"requests.nvidia.com/gpu\":\"4\"}");
		undone();
		assertThat(now(quota).at("/spec/hard/pods").asText()).isEqualTo("7");
		done(Undo.of(made, cluster).operation().orElseThrow());
		await("end of it", () -> list(scope("resourcequotas", sandbox.namespace)).rows.isEmpty());
		assertThatThrownBy(() -> action("quota", namespace, "hard", "pods=many")).isInstanceOf(BadArgument.class)
				.hasMessageContaining("many");
	}

	@Test
	void aNamespaceGetsLimitsForContainersThatSayNothing() throws Exception {
		Target namespace = new Target(cluster, new ObjectKey(type("namespaces"), "", sandbox.namespace));
		assertThatThrownBy(() -> action("limits", namespace)).isInstanceOf(BadArgument.class);
		done(action("limits", namespace, "cpu-limit", "500m", "memory-request", "64Mi"));
		Target limits = target("limitranges", "limits");
		assertThat(now(limits).at("/spec/limits/0/default/cpu").asText()).isEqualTo("500m");
		assertThat(now(limits).at("/spec/limits/0/defaultRequest/memory").asText()).isEqualTo("64Mi");
		done(action("limits", namespace, "cpu-limit", "1"));
		assertThat(now(limits).at("/spec/limits/0/default/cpu").asText()).isEqualTo("1");
		assertThat(now(limits).at("/spec/limits/0/defaultRequest/memory").asText()).isEqualTo("64Mi");
		undone();
		assertThat(now(limits).at("/spec/limits/0/default/cpu").asText()).isEqualTo("500m");
	}

	@Test
	void aWorkloadGetsAnAutoscalerWhichIsChanged() throws Exception {
		workload("web", "");
		Target web = target("deployments.apps", "web");
		assertThatThrownBy(() -> action("autoscale", web, "min", "5", "max", "3")).isInstanceOf(BadArgument.class);
		done(action("autoscale", web, "min", "2", "max", "6"));
		Target scaler = target("horizontalpodautoscalers.autoscaling", "web");
		assertThat(now(scaler).at("/spec/maxReplicas").asInt()).isEqualTo(6);
		assertThat(now(scaler).at("/spec/scaleTargetRef/kind").asText()).isEqualTo("Deployment");
		done(action("autoscale", web, "min", "2", "max", "9", "cpu", "50"));
		assertThat(journal.getLast().before()).isPresent();
		assertThat(now(scaler).at("/spec/maxReplicas").asInt()).isEqualTo(9);
		assertThat(now(scaler).path("spec").toString()).containsAnyOf("\"averageUtilization\":50",
				"\"targetCPUUtilizationPercentage\":50");
		undone();
		assertThat(now(scaler).at("/spec/maxReplicas").asInt()).isEqualTo(6);
	}

	@Test
	void aVolumeGrowsWhereItsClassAllowsItAndIsCloned() throws Exception {
		String grows = storageClass("grows", true);
		String stays = storageClass("stays", false);
		try {
			Target data = bound("data", grows);
			Target fixed = bound("fixed", stays);
			assertThat(refused(action("expand", data, "size", "512Mi"))).contains("not shrink");
			assertThat(refused(action("expand", fixed, "size", "2Gi"))).contains("allowVolumeExpansion");
			done(action("expand", data, "size", "2Gi"));
			assertThat(now(data).at("/spec/resources/requests/storage").asText()).isEqualTo("2Gi");
			assertThat(Undo.whyNot(journal.getLast()).orElseThrow()).contains("not shrink");
			done(action("clone", data, "name", "copy"));
			JsonNode copy = now(target("persistentvolumeclaims", "copy"));
			assertThat(copy.at("/spec/dataSource/name").asText()).isEqualTo("data");
			assertThat(copy.at("/spec/storageClassName").asText()).isEqualTo(grows);
			assertThat(copy.at("/spec/resources/requests/storage").asText()).isEqualTo("2Gi");
			undone();
		} finally {
			for (String words : List.of("storageclasses " + grows, "storageclasses " + stays,
					"persistentvolumes " + sandbox.namespace + "-data",
					"persistentvolumes " + sandbox.namespace + "-fixed")) {
				String[] word = words.split(" ");
				cluster.real().delete(new ObjectKey(type(word[0]), "", word[1]), DeleteOptions.BACKGROUND);
			}
		}
	}

	@Test
	void aSnapshotIsMadeOfAVolumeAndRestored() throws Exception {
		create("persistentvolumeclaims",
				"""
						{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"data"},"spec":{
						"storageClassName":"none","accessModes":["ReadWriteMany"],"resources":{"requests":{"storage":"1Gi"}}}}""");
		assertThatThrownBy(() -> action("snapshot", target("persistentvolumeclaims", "data"), "name", "before"))
				.hasMessageContaining("does not serve volumesnapshots.snapshot.storage.k8s.io");
		ObjectKey definition = new ObjectKey(type("customresourcedefinitions"), "",
				"volumesnapshots.snapshot.storage.k8s.io");
		cluster.real().create(definition,
				JSON.readTree(
						"""
								{"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"%s",
								"annotations":{"api-approved.kubernetes.io":"unapproved, a test"}},"spec":{"group":"snapshot.storage.k8s.io",
								"scope":"Namespaced","names":{"plural":"volumesnapshots","singular":"volumesnapshot","kind":"VolumeSnapshot",
								"listKind":"VolumeSnapshotList"},"versions":[{"name":"v1","served":true,"storage":true,"schema":{
								"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}"""
								.formatted(
										definition.name())),
				WriteOptions.REAL);
		try {
			HttpDiscovery discovery = new HttpDiscovery(transport());
			await("snapshots", () -> discovery.resources().find("volumesnapshots").isPresent());
			cluster = new Access(cluster.name(), cluster.mark(), discovery.resources(), cluster.reader(),
					cluster.real());
			Target data = target("persistentvolumeclaims", "data");
			Target before = new Target(cluster, new ObjectKey(
					cluster.catalogue().find("volumesnapshots").orElseThrow(), sandbox.namespace, "before"));
			await("snapshot", () -> run(action("snapshot", data, "name", "before")).state() == State.DONE);
			assertThat(now(before).at("/spec/source/persistentVolumeClaimName").asText()).isEqualTo("data");
			assertThatThrownBy(() -> action("restore", before, "name", "after")).hasMessageContaining("not ready");
			cluster.real().patch(before.key(), new Patch(Patch.Type.MERGE,
					JSON.readTree("{\"status\":{\"readyToUse\":true,\"restoreSize\":\"3Gi\"}}")), WriteOptions.REAL);
			done(action("restore", before, "name", "after"));
			JsonNode after = now(target("persistentvolumeclaims", "after"));
			assertThat(after.at("/spec/dataSource/name").asText()).isEqualTo("before");
			assertThat(after.at("/spec/resources/requests/storage").asText()).isEqualTo("3Gi");
			assertThat(after.at("/spec/accessModes/0").asText()).isEqualTo("ReadWriteMany");
			undone();
		} finally {
			cluster.real().delete(definition, DeleteOptions.BACKGROUND);
		}
	}

	private String storageClass(String name, boolean grows) throws Exception {
		String whole = sandbox.namespace + "-" + name;
		cluster.real().create(new ObjectKey(type("storageclasses"), "", whole), JSON.readTree("""
				{"apiVersion":"storage.k8s.io/v1","kind":"StorageClass","metadata":{"name":"%s"},
				"provisioner":"kubernetes.io/no-provisioner","allowVolumeExpansion":%s}""".formatted(whole, grows)),
				WriteOptions.REAL);
		return whole;
	}

	/** A claim that has its volume. */
	private Target bound(String name, String storageClass) throws Exception {
		String volume = sandbox.namespace + "-" + name;
		cluster.real().create(new ObjectKey(type("persistentvolumes"), "", volume),
				JSON.readTree(
						"""
								{"apiVersion":"v1","kind":"PersistentVolume","metadata":{"name":"%1$s"},"spec":{"storageClassName":"%2$s",
								"capacity":{"storage":"1Gi"},"accessModes":["ReadWriteOnce"],"hostPath":{"path":"/nowhere"},
								"claimRef":{"namespace":"%3$s","name":"%4$s"}}}"""
								.formatted(volume, storageClass, sandbox.namespace,
										name)),
				WriteOptions.REAL);
		create("persistentvolumeclaims", """
				{"apiVersion":"v1","kind":"PersistentVolumeClaim","metadata":{"name":"%1$s"},"spec":{
				"storageClassName":"%2$s","accessModes":["ReadWriteOnce"],"volumeName":"%3$s",
				"resources":{"requests":{"storage":"1Gi"}}}}""".formatted(name, storageClass, volume));
		Target claim = target("persistentvolumeclaims", name);
		await("bound claim", () -> now(claim).at("/status/phase").asText().equals("Bound"));
		return claim;
	}
}
