package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Deployments: a ReplicaSet for each template, rolled from the old ones to the new one. */
final class Deployments implements Reconciler {

	private static final String SETS = "apps/replicasets";
	private static final String REVISION = "deployment.kubernetes.io/revision";
	private static final String HASH = "pod-template-hash";

	private final World world;

	Deployments(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode deployment) {
		List<ObjectNode> sets = world.owned(SETS, deployment);
		if (Trees.deleting(deployment)) {
			return null;
		}
		boolean paused = Trees.at(deployment, "spec.paused").asBoolean();
		Optional<ObjectNode> current = sets.stream()
				.filter(set -> template(set).equals(template(deployment))).findFirst();
		if (current.isEmpty() && !paused) {
			create(deployment, sets);
			return Duration.ZERO;
		}
		List<ObjectNode> old = sets.stream().filter(set -> current.isEmpty() || set != current.get())
				.sorted(Comparator.comparingLong(Deployments::revision)).toList();
		current.ifPresent(set -> renew(key, deployment, set, sets));
		if (!paused) {
			current.ifPresent(set -> roll(deployment, set, old));
			tidy(deployment, old);
		}
		return status(key, deployment, current.orElse(null), sets);
	}

	private static JsonNode template(JsonNode object) {
		ObjectNode template = Trees.at(object, "spec.template").deepCopy();
		Trees.child(template, "metadata.labels").remove(HASH);
		return template;
	}

	private static long revision(JsonNode object) {
		String text = Trees.annotation(object, REVISION);
		return text.isEmpty() ? 0 : Long.parseLong(text);
	}

	private void create(ObjectNode deployment, List<ObjectNode> sets) {
		String hash = World.hash(template(deployment));
		ObjectNode set = World.child(deployment, "apps/v1", "ReplicaSet", Trees.name(deployment) + "-" + hash);
		long revision = sets.stream().mapToLong(Deployments::revision).max().orElse(0) + 1;
		ObjectNode metadata = (ObjectNode) set.get("metadata");
		metadata.putObject("annotations").put(REVISION, Long.toString(revision)).put(
				"deployment.kubernetes.io/desired-replicas",
				Trees.text(deployment, "spec.replicas"));
		ObjectNode labels = Trees.at(deployment, "spec.template.metadata.labels").deepCopy();
		metadata.set("labels", labels.put(HASH, hash));
		ObjectNode spec = set.putObject("spec").put("replicas", 0);
		spec.set("selector", Trees.at(deployment, "spec.selector").deepCopy());
		Trees.child(spec, "selector.matchLabels").put(HASH, hash);
		spec.set("template", template(deployment));
		Trees.child(spec, "template.metadata.labels").put(HASH, hash);
		if (world.get(SETS, Trees.namespace(deployment), Trees.name(set)).isEmpty()) {
			world.create(set);
		}
	}

	/** Gives the current set the newest revision, as after a roll-back, and the Deployment that of its set. */
	private void renew(Key key, ObjectNode deployment, ObjectNode set, List<ObjectNode> sets) {
		long newest = sets.stream().mapToLong(Deployments::revision).max().orElse(1);
		long revision = revision(set) == newest ? newest : newest + 1;
		String text = Long.toString(revision);
		if (revision(set) != revision) {
			world.update(Key.of(SETS, set), each -> Trees.child(each, "metadata.annotations").put(REVISION, text));
		}
		if (revision(deployment) != revision) {
			world.update(key, each -> Trees.child(each, "metadata.annotations").put(REVISION, text));
		}
	}

	private void roll(ObjectNode deployment, ObjectNode current, List<ObjectNode> old) {
		int wanted = Trees.number(deployment, "spec.replicas", 1);
		boolean recreate = Trees.text(deployment, "spec.strategy.type").equals("Recreate");
		int surge = recreate ? 0 : share(Trees.at(deployment, "spec.strategy.rollingUpdate.maxSurge"), wanted, true);
		int missing = recreate
				? wanted
				: share(Trees.at(deployment, "spec.strategy.rollingUpdate.maxUnavailable"), wanted, false);
		if (surge == 0 && missing == 0) {
			missing = 1;
		}
		int oldWanted = old.stream().mapToInt(set -> Trees.number(set, "spec.replicas", 0)).sum();
		int oldThere = old.stream().mapToInt(set -> Trees.number(set, "status.replicas", 0)).sum();
		int currentWanted = Trees.number(current, "spec.replicas", 0);
		int target = recreate
				? oldThere > 0 ? currentWanted : wanted
				: Math.max(Math.min(wanted, currentWanted), Math.min(wanted, wanted + surge - oldWanted));
		if (target != currentWanted) {
			scale(deployment, current, target);
		}
		int available = old.stream().mapToInt(set -> Trees.number(set, "status.availableReplicas", 0)).sum()
				+ Trees.number(current, "status.availableReplicas", 0);
		int excess = Math.min(oldWanted, available - (wanted - missing)
				+ (oldWanted - old.stream().mapToInt(set -> Trees.number(set, "status.availableReplicas", 0)).sum()));
		for (ObjectNode set : old) {
			int has = Trees.number(set, "spec.replicas", 0);
			int less = recreate ? has : Math.min(has, Math.max(0, excess));
			if (less > 0) {
				scale(deployment, set, has - less);
				excess -= less;
			}
		}
	}

	private static int share(JsonNode value, int of, boolean up) {
		if (value.isNumber()) {
			return value.asInt();
		}
		double share = of * Double.parseDouble(value.asText("25%").replace("%", "")) / 100;
		return (int) (up ? Math.ceil(share) : Math.floor(share));
	}

	private void scale(ObjectNode deployment, ObjectNode set, int replicas) {
		int before = Trees.number(set, "spec.replicas", 0);
		world.update(Key.of(SETS, set), each -> {
			Trees.child(each, "spec").put("replicas", replicas);
			Trees.child(each, "metadata.annotations").put("deployment.kubernetes.io/desired-replicas",
					Trees.text(deployment, "spec.replicas"));
		});
		world.event(deployment, "Normal", "ScalingReplicaSet", "Scaled " + (replicas > before ? "up" : "down")
				+ " replica set " + Trees.name(set) + " from " + before + " to " + replicas, "deployment-controller");
	}

	private void tidy(ObjectNode deployment, List<ObjectNode> old) {
		int kept = Trees.number(deployment, "spec.revisionHistoryLimit", 10);
		List<ObjectNode> empty = old.stream().filter(set -> Trees.number(set, "status.replicas", 0) == 0
				&& Trees.number(set, "spec.replicas", 0) == 0).toList();
		for (int index = 0; index < empty.size() - kept; index++) {
			world.delete(Key.of(SETS, empty.get(index)));
		}
	}

	private @Nullable Duration status(Key key, ObjectNode deployment, @Nullable ObjectNode current,
			List<ObjectNode> sets) {
		int wanted = Trees.number(deployment, "spec.replicas", 1);
		int updated = current == null ? 0 : Trees.number(current, "status.replicas", 0);
		int all = sets.stream().mapToInt(set -> Trees.number(set, "status.replicas", 0)).sum();
		int ready = sets.stream().mapToInt(set -> Trees.number(set, "status.readyReplicas", 0)).sum();
		boolean complete = updated == wanted && all == wanted && ready >= wanted;
		Duration deadline = Duration.ofSeconds(Trees.number(deployment, "spec.progressDeadlineSeconds", 600));
		Instant since = current == null ? world.now() : Trees.time(current, "metadata.creationTimestamp");
		boolean late = !complete && world.now().isAfter(since.plus(deadline));
		String set = current == null ? "" : Trees.name(current);
		int missing = share(Trees.at(deployment, "spec.strategy.rollingUpdate.maxUnavailable"), wanted, false);
		world.status(key, status -> {
			status.put("observedGeneration", deployment.path("metadata").path("generation").asLong());
			ReplicaSets.count(status, "replicas", all);
			ReplicaSets.count(status, "updatedReplicas", updated);
			ReplicaSets.count(status, "readyReplicas", ready);
			ReplicaSets.count(status, "availableReplicas", ready);
			ReplicaSets.count(status, "unavailableReplicas", Math.max(0, Math.max(wanted, all) - ready));
			boolean enough = ready >= wanted - missing;
			world.condition(status, "Available", enough,
					enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
					enough ? "Deployment has minimum availability." : "Deployment does not have minimum availability.");
			world.condition(status, "Progressing", !late,
					complete ? "NewReplicaSetAvailable" : late ? "ProgressDeadlineExceeded" : "ReplicaSetUpdated",
					"ReplicaSet \"" + set + "\" "
							+ (complete
									? "has successfully progressed."
									: late ? "has timed out progressing." : "is progressing."));
		});
		return complete || late ? null : Duration.between(world.now(), since.plus(deadline).plusSeconds(1));
	}
}
