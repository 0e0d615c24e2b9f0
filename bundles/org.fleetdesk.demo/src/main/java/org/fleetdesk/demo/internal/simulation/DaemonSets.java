package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** DaemonSets: one pod on every node that the template fits; a new template goes from node to node. */
final class DaemonSets implements Reconciler {

	private static final String REVISION = "controller-revision-hash";

	private final World world;

	DaemonSets(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode set) {
		if (Trees.deleting(set)) {
			return null;
		}
		String revision = World.hash(Trees.at(set, "spec.template"));
		History.remember(world, set, Trees.name(set) + "-" + revision);
		Map<String, ObjectNode> pods = new HashMap<>();
		boolean moving = false;
		for (ObjectNode pod : world.owned(World.PODS, set)) {
			moving |= Trees.deleting(pod) || !World.ready(pod);
			pods.put(Trees.text(pod, "spec.nodeName"), pod);
		}
		int wanted = 0;
		int current = 0;
		int ready = 0;
		int updated = 0;
		for (ObjectNode node : world.all("/nodes", "")) {
			ObjectNode pod = pods.remove(Trees.name(node));
			if (!fits(set, node)) {
				if (pod != null && !Trees.deleting(pod)) {
					world.delete(Key.of(World.PODS, pod));
				}
				continue;
			}
			wanted++;
			if (pod == null) {
				create(set, Trees.name(node), revision);
				continue;
			}
			current++;
			ready += World.ready(pod) ? 1 : 0;
			boolean old = !Trees.at(pod, "metadata.labels").path(REVISION).asText().equals(revision);
			updated += old ? 0 : 1;
			if (old && !moving && !Trees.text(set, "spec.updateStrategy.type").equals("OnDelete")) {
				world.delete(Key.of(World.PODS, pod));
				moving = true;
			}
		}
		status(key, set, new int[]{wanted, current, ready, updated});
		return null;
	}

	private void status(Key key, ObjectNode set, int[] counts) {
		world.status(key, status -> {
			status.put("desiredNumberScheduled", counts[0]).put("currentNumberScheduled", counts[1])
					.put("numberReady", counts[2]).put("numberMisscheduled", 0)
					.put("observedGeneration", set.path("metadata").path("generation").asLong());
			ReplicaSets.count(status, "updatedNumberScheduled", counts[3]);
			ReplicaSets.count(status, "numberAvailable", counts[2]);
			ReplicaSets.count(status, "numberUnavailable", counts[0] - counts[2]);
		});
	}

	private static boolean fits(ObjectNode set, ObjectNode node) {
		JsonNode template = Trees.at(set, "spec.template");
		JsonNode labels = node.path("metadata").path("labels");
		for (JsonNode taint : node.path("spec").path("taints")) {
			boolean own = taint.path("key").asText().startsWith("node.kubernetes.io/");
			if (!own && !taint.path("effect").asText().equals("PreferNoSchedule")
					&& !Scheduler.tolerated(template, taint)) {
				return false;
			}
		}
		return Trees.at(template, "spec.nodeSelector").propertyStream()
				.allMatch(label -> labels.path(label.getKey()).equals(label.getValue()));
	}

	private void create(ObjectNode set, String node, String revision) {
		String name = Trees.name(set) + "-" + world.cluster().suffix(5);
		ObjectNode pod = World.pod(set, Trees.at(set, "spec.template"), name);
		((ObjectNode) pod.get("metadata")).put("generateName", Trees.name(set) + "-");
		Trees.child(pod, "metadata.labels").put(REVISION, revision);
		Trees.child(pod, "spec").put("nodeName", node);
		world.create(pod);
		world.event(set, "Normal", "SuccessfulCreate", "Created pod: " + name, "daemonset-controller");
	}
}
