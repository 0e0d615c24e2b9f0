package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.util.List;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Jobs: pods until enough of them have succeeded, or too many have failed. */
final class Jobs implements Reconciler {

	private static final Duration BACK_OFF = Duration.ofSeconds(10);

	private final World world;

	Jobs(World world) {
		this.world = world;
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode job) {
		if (Trees.deleting(job)) {
			return null;
		}
		if (over(job)) {
			return expire(key, job);
		}
		List<ObjectNode> pods = world.owned(World.PODS, job);
		int succeeded = count(pods, "Succeeded");
		int failed = count(pods, "Failed");
		List<ObjectNode> active = pods.stream().filter(World::active).toList();
		int wanted = Trees.number(job, "spec.completions", 1);
		int parallel = Trees.number(job, "spec.parallelism", 1);
		int limit = Trees.number(job, "spec.backoffLimit", 6);
		int crashes = active.stream().mapToInt(pod -> Trees.number(pod, "status.containerStatuses.0.restartCount", 0))
				.sum();
		boolean suspended = Trees.at(job, "spec.suspend").asBoolean();
		boolean complete = succeeded >= wanted;
		boolean lost = !complete && failed + crashes > limit;
		Duration again = null;
		if (complete || lost || suspended) {
			active.forEach(pod -> world.delete(Key.of(World.PODS, pod)));
		} else {
			again = startPods(job, pods, Math.min(parallel, wanted - succeeded) - active.size());
		}
		int running = complete || lost || suspended ? 0 : active.size();
		world.status(key, status -> {
			if (!suspended && !status.has("startTime")) {
				status.put("startTime", Trees.time(world.now()));
			}
			ReplicaSets.count(status, "active", running);
			ReplicaSets.count(status, "succeeded", succeeded);
			ReplicaSets.count(status, "failed", failed);
			status.put("ready", (int) active.stream().filter(World::ready).count()).put("terminating", 0);
			if (complete) {
				status.put("completionTime", Trees.time(world.now()));
				world.condition(status, "SuccessCriteriaMet", true, "CompletionsReached",
						"Reached expected number of succeeded pods");
				world.condition(status, "Complete", true, "CompletionsReached",
						"Reached expected number of succeeded pods");
			} else if (lost) {
				world.condition(status, "FailureTarget", true, "BackoffLimitExceeded",
						"Job has reached the specified backoff limit");
				world.condition(status, "Failed", true, "BackoffLimitExceeded",
						"Job has reached the specified backoff limit");
			} else if (suspended) {
				world.condition(status, "Suspended", true, "JobSuspended", "Job suspended");
			}
		});
		if (complete) {
			world.event(job, "Normal", "Completed", "Job completed", "job-controller");
		} else if (lost) {
			world.event(job, "Warning", "BackoffLimitExceeded", "Job has reached the specified backoff limit",
					"job-controller");
		}
		return again;
	}

	private @Nullable Duration startPods(ObjectNode job, List<ObjectNode> pods, int missing) {
		int failed = count(pods, "Failed");
		if (failed > 0 && missing > 0) {
			Duration wait = BACK_OFF.multipliedBy(1L << Math.min(5, failed - 1));
			Duration left = Duration.between(world.now(),
					Trees.time(pods.stream()
							.map(pod -> Trees.text(pod, "status.containerStatuses.0.state.terminated.finishedAt"))
							.max(String::compareTo).map(time -> (JsonNode) Trees.object().put("at", time))
							.orElseGet(Trees::object), "at").plus(wait));
			if (!left.isNegative() && !left.isZero()) {
				return left;
			}
		}
		for (int count = 0; count < missing; count++) {
			String name = Trees.name(job) + "-" + world.cluster().suffix(5);
			ObjectNode pod = World.pod(job, Trees.at(job, "spec.template"), name);
			((ObjectNode) pod.get("metadata")).put("generateName", Trees.name(job) + "-");
			world.create(pod);
			world.event(job, "Normal", "SuccessfulCreate", "Created pod: " + name, "job-controller");
		}
		return null;
	}

	private static int count(List<ObjectNode> pods, String phase) {
		return (int) pods.stream().filter(pod -> Trees.text(pod, "status.phase").equals(phase)).count();
	}

	static boolean over(JsonNode job) {
		for (JsonNode condition : job.path("status").path("conditions")) {
			String type = condition.path("type").asText();
			if ((type.equals("Complete") || type.equals("Failed"))
					&& condition.path("status").asText().equals("True")) {
				return true;
			}
		}
		return false;
	}

	private @Nullable Duration expire(Key key, ObjectNode job) {
		JsonNode life = Trees.at(job, "spec.ttlSecondsAfterFinished");
		if (!life.isNumber()) {
			return null;
		}
		Duration left = Duration.between(world.now(),
				Trees.time(job, "status.completionTime").plusSeconds(life.asLong()));
		if (left.isNegative() || left.isZero()) {
			world.delete(key);
			return null;
		}
		return left;
	}
}
