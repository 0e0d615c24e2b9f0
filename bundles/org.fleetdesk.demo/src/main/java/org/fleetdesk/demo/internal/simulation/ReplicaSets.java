package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** ReplicaSets and ReplicationControllers: as many pods as are wanted. */
final class ReplicaSets implements Reconciler {

	private final World world;

	ReplicaSets(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode set) {
		List<ObjectNode> pods = new ArrayList<>(world.owned(World.PODS, set).stream().filter(World::active).toList());
		int wanted = Trees.deleting(set) ? pods.size() : Trees.number(set, "spec.replicas", 1);
		String component = set.path("kind").asText().equals("ReplicaSet")
				? "replicaset-controller"
				: "replication-controller";
		for (int missing = wanted - pods.size(); missing > 0; missing--) {
			ObjectNode pod = World.pod(set, Trees.at(set, "spec.template"), "");
			String name = key.name() + "-" + world.cluster().suffix(5);
			((ObjectNode) pod.get("metadata")).put("name", name).put("generateName", key.name() + "-");
			pods.add(world.create(pod));
			world.event(set, "Normal", "SuccessfulCreate", "Created pod: " + name, component);
		}
		pods.sort(Comparator.<ObjectNode>comparingInt(pod -> World.ready(pod) ? 1 : 0)
				.thenComparing(pod -> Trees.text(pod, "metadata.creationTimestamp"), Comparator.reverseOrder()));
		while (pods.size() > wanted) {
			ObjectNode victim = pods.remove(0);
			world.delete(Key.of(World.PODS, victim));
			world.event(set, "Normal", "SuccessfulDelete", "Deleted pod: " + Trees.name(victim), component);
		}
		int ready = (int) pods.stream().filter(World::ready).count();
		int replicas = pods.size();
		world.status(key, status -> {
			status.put("replicas", replicas).put("fullyLabeledReplicas", replicas).put("observedGeneration",
					set.path("metadata").path("generation").asLong());
			count(status, "readyReplicas", ready);
			count(status, "availableReplicas", ready);
		});
		return null;
	}

	/** Writes a count, which is left out if it is nothing. */
	static void count(ObjectNode status, String name, int count) {
		if (count == 0) {
			status.remove(name);
		} else {
			status.put(name, count);
		}
	}
}
