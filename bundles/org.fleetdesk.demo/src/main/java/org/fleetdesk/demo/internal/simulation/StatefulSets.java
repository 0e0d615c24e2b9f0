package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** StatefulSets: pods with numbers, one after the other, each with its claims. */
final class StatefulSets implements Reconciler {

	private static final String REVISION = "controller-revision-hash";

	private final World world;

	StatefulSets(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode set) {
		if (Trees.deleting(set)) {
			return null;
		}
		String revision = Trees.name(set) + "-" + World.hash(Trees.at(set, "spec.template"));
		History.remember(world, set, revision);
		Map<Integer, ObjectNode> pods = new TreeMap<>();
		for (ObjectNode pod : world.owned(World.PODS, set)) {
			pods.put(Integer.parseInt(Trees.name(pod).substring(key.name().length() + 1)), pod);
		}
		int wanted = Trees.number(set, "spec.replicas", 1);
		boolean parallel = Trees.text(set, "spec.podManagementPolicy").equals("Parallel");
		boolean settled = true;
		for (int ordinal = 0; ordinal < wanted && (settled || parallel); ordinal++) {
			ObjectNode pod = pods.get(ordinal);
			if (pod == null) {
				create(set, ordinal, revision);
			}
			settled &= pod != null && World.ready(pod) && !Trees.deleting(pod);
		}
		if (settled) {
			shrinkOrRoll(set, pods, wanted, revision);
		}
		status(key, set, pods, revision);
		return null;
	}

	private void create(ObjectNode set, int ordinal, String revision) {
		String name = Trees.name(set) + "-" + ordinal;
		ObjectNode pod = World.pod(set, Trees.at(set, "spec.template"), name);
		Trees.child(pod, "metadata.labels").put(REVISION, revision).put("statefulset.kubernetes.io/pod-name", name)
				.put("apps.kubernetes.io/pod-index", Integer.toString(ordinal));
		ObjectNode spec = Trees.child(pod, "spec");
		spec.put("hostname", name).put("subdomain", Trees.text(set, "spec.serviceName"));
		for (JsonNode template : set.path("spec").path("volumeClaimTemplates")) {
			String claim = Trees.name(template) + "-" + name;
			Trees.list(spec, "volumes").addObject().put("name", Trees.name(template)).putObject("persistentVolumeClaim")
					.put("claimName", claim);
			if (world.get("/persistentvolumeclaims", Trees.namespace(set), claim).isEmpty()) {
				ObjectNode object = Trees.object().put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
				object.putObject("metadata").put("name", claim).put("namespace", Trees.namespace(set)).set("labels",
						Trees.at(set, "spec.selector.matchLabels").deepCopy());
				object.set("spec", template.path("spec").deepCopy());
				world.create(object);
			}
		}
		world.create(pod);
		world.event(set, "Normal", "SuccessfulCreate", "create Pod " + name + " in StatefulSet " + Trees.name(set)
				+ " successful", "statefulset-controller");
	}

	/** Takes the highest number away, or renews the highest pod that is of an old template: one at a time. */
	private void shrinkOrRoll(ObjectNode set, Map<Integer, ObjectNode> pods, int wanted, String revision) {
		if (pods.values().stream().anyMatch(Trees::deleting)) {
			return;
		}
		boolean rolls = Trees.text(set, "spec.updateStrategy.type").equals("RollingUpdate");
		int partition = Trees.number(set, "spec.updateStrategy.rollingUpdate.partition", 0);
		ObjectNode victim = null;
		for (Map.Entry<Integer, ObjectNode> entry : pods.entrySet()) {
			boolean old = !Trees.at(entry.getValue(), "metadata.labels").path(REVISION).asText().equals(revision);
			if (entry.getKey() >= wanted || rolls && old && entry.getKey() >= partition) {
				victim = entry.getValue();
			}
		}
		if (victim != null) {
			world.delete(Key.of(World.PODS, victim));
			world.event(set, "Normal", "SuccessfulDelete", "delete Pod " + Trees.name(victim) + " in StatefulSet "
					+ Trees.name(set) + " successful", "statefulset-controller");
		}
	}

	private void status(Key key, ObjectNode set, Map<Integer, ObjectNode> pods, String revision) {
		int ready = (int) pods.values().stream().filter(World::ready).count();
		int updated = (int) pods.values().stream()
				.filter(pod -> Trees.at(pod, "metadata.labels").path(REVISION).asText().equals(revision)).count();
		boolean all = updated == Trees.number(set, "spec.replicas", 1) && updated == pods.size();
		world.status(key, status -> {
			status.put("replicas", pods.size())
					.put("observedGeneration", set.path("metadata").path("generation").asLong())
					.put("availableReplicas", ready).put("updateRevision", revision).put("collisionCount", 0);
			ReplicaSets.count(status, "readyReplicas", ready);
			ReplicaSets.count(status, "updatedReplicas", updated);
			if (all || !status.has("currentRevision")) {
				status.put("currentRevision", revision);
			}
			ReplicaSets.count(status, "currentReplicas", all ? updated : pods.size() - updated);
		});
	}
}
