package org.fleetdesk.demo.internal.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.fleetdesk.demo.internal.json.Trees;
import org.fleetdesk.demo.internal.store.Key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What scheduler and kubelet do with a pod: place it, start its containers, let them end or crash, stop them.
 * {@code demo.fleetdesk.org/behaviour} is an annotation: {@code crash} ends its containers with an error a few seconds
 * after each start, {@code fail} does so once, {@code unready} lets them run without becoming ready.
 */
final class Pods implements Reconciler {

	static final String BEHAVIOUR = "demo.fleetdesk.org/behaviour";
	private static final String SECONDS = "demo.fleetdesk.org/seconds";
	private static final Duration STARTING = Duration.ofMillis(1200);
	private static final Duration STOPPING = Duration.ofMillis(1500);
	private static final Duration SOON = Duration.ofSeconds(2);
	private static final Duration RETRY = Duration.ofMinutes(5);
	private static final int CRASH_SECONDS = 4;
	private static final int LONGEST_BACK_OFF = 300;

	private final World world;
	private final Scheduler scheduler;
	/** When the containers of a pod that cannot start were last tried. */
	private final Map<Key, Instant> tried = new HashMap<>();

	Pods(World world) {
		this.world = world;
		scheduler = new Scheduler(world);
	}

	@Override
	public @Nullable Duration reconcile(Key key, ObjectNode pod) {
		if (Trees.deleting(pod)) {
			return stop(key, pod);
		}
		if (Trees.text(pod, "spec.nodeName").isEmpty()) {
			return schedule(key, pod);
		}
		String phase = Trees.text(pod, "status.phase");
		if (phase.equals("Succeeded") || phase.equals("Failed")) {
			return null;
		}
		JsonNode first = Trees.at(pod, "status.containerStatuses.0");
		JsonNode state = first.path("state");
		if (first.isMissingNode()) {
			accept(key, pod);
			return STARTING;
		}
		if (state.has("running")) {
			return running(key, pod, state.path("running"));
		}
		return switch (state.path("waiting").path("reason").asText()) {
			case "ContainerCreating" ->
				left(Trees.time(pod, "status.startTime").plus(STARTING)).orElseGet(() -> start(key, pod));
			case "CrashLoopBackOff" -> restart(key, pod, first);
			default -> start(key, pod);
		};
	}

	private @Nullable Duration stop(Key key, ObjectNode pod) {
		long grace = pod.path("metadata").path("deletionGracePeriodSeconds").asLong();
		Instant asked = Trees.time(pod, "metadata.deletionTimestamp").minusSeconds(grace);
		if (Trees.at(pod, "status.containerStatuses.0.state.running").isObject()
				&& Trees.annotation(pod, "demo.fleetdesk.org/killing").isEmpty()) {
			world.event(pod, "Normal", "Killing", "Stopping container " + Trees.text(pod, "spec.containers.0.name"),
					"kubelet");
			world.update(key,
					each -> Trees.child(each, "metadata.annotations").put("demo.fleetdesk.org/killing", "true"));
			return STOPPING;
		}
		Optional<Duration> left = left(asked.plus(grace == 0 ? Duration.ZERO : STOPPING));
		if (left.isPresent()) {
			return left.get();
		}
		if (pod.path("metadata").path("finalizers").isEmpty()) {
			world.remove(key);
		}
		return null;
	}

	private Optional<Duration> left(Instant until) {
		Duration left = Duration.between(world.now(), until);
		return left.isNegative() || left.isZero() ? Optional.empty() : Optional.of(left);
	}

	private @Nullable Duration schedule(Key key, ObjectNode pod) {
		Scheduler.Choice choice = scheduler.choose(pod);
		if (choice.node().isEmpty()) {
			boolean told = Trees.text(pod, "status.conditions.0.message").equals(choice.reason());
			if (!told || world.now().isAfter(Trees.time(pod, "status.conditions.0.lastProbeTime").plus(RETRY))) {
				world.event(pod, "Warning", "FailedScheduling", choice.reason(), "default-scheduler");
				world.status(key, status -> {
					status.put("phase", "Pending").put("qosClass", qos(pod));
					world.condition(status, "PodScheduled", false, "Unschedulable", choice.reason());
					((ObjectNode) status.path("conditions").get(0)).put("lastProbeTime", Trees.time(world.now()));
				});
			}
			return RETRY;
		}
		world.update(key, each -> {
			Trees.child(each, "spec").put("nodeName", choice.node());
			ObjectNode status = Trees.child(each, "status");
			status.put("phase", "Pending").put("qosClass", qos(pod));
			world.condition(status, "PodScheduled", true, "", "");
		});
		world.event(pod, "Normal", "Scheduled", "Successfully assigned " + key.namespace() + "/" + key.name() + " to "
				+ choice.node(), "default-scheduler");
		return null;
	}

	private static String qos(ObjectNode pod) {
		boolean some = false;
		boolean guaranteed = true;
		for (JsonNode container : pod.path("spec").path("containers")) {
			JsonNode requests = Trees.at(container, "resources.requests");
			JsonNode limits = Trees.at(container, "resources.limits");
			some |= !requests.isEmpty() || !limits.isEmpty();
			guaranteed &= limits.has("cpu") && limits.has("memory") && (requests.isEmpty() || requests.equals(limits));
		}
		return guaranteed ? "Guaranteed" : some ? "Burstable" : "BestEffort";
	}

	private void accept(Key key, ObjectNode pod) {
		String hostIp = scheduler.address(Trees.text(pod, "spec.nodeName"));
		world.status(key, status -> {
			status.put("hostIP", hostIp).put("startTime", Trees.time(world.now())).put("phase", "Pending");
			status.putArray("hostIPs").addObject().put("ip", hostIp);
			world.condition(status, "PodReadyToStartContainers", true, "", "");
			world.condition(status, "Initialized", true, "", "");
			world.condition(status, "Ready", false, "ContainersNotReady", "containers are not ready");
			world.condition(status, "ContainersReady", false, "ContainersNotReady", "containers are not ready");
			ArrayNode statuses = status.putArray("containerStatuses");
			for (JsonNode container : pod.path("spec").path("containers")) {
				ObjectNode each = statuses.addObject().put("name", container.path("name").asText())
						.put("image", container.path("image").asText()).put("imageID", "").put("ready", false)
						.put("started", false).put("restartCount", 0);
				each.putObject("lastState");
				each.putObject("state").putObject("waiting").put("reason", "ContainerCreating");
			}
		});
	}

	private @Nullable Duration start(Key key, ObjectNode pod) {
		Optional<Obstacle> obstacle = Obstacle.of(world, pod);
		if (obstacle.isPresent()) {
			return wait(key, pod, obstacle.get());
		}
		tried.remove(key);
		String container = Trees.text(pod, "spec.containers.0.name");
		String image = Trees.text(pod, "spec.containers.0.image");
		world.event(pod, "Normal", "Pulled", "Container image \"" + image + "\" already present on machine", "kubelet");
		world.event(pod, "Normal", "Created", "Created container: " + container, "kubelet");
		world.event(pod, "Normal", "Started", "Started container " + container, "kubelet");
		run(key, pod);
		return null;
	}

	/** Says what keeps a pod from starting: at once, and again at every try. */
	private Duration wait(Key key, ObjectNode pod, Obstacle obstacle) {
		String before = Trees.text(pod, "status.containerStatuses.0.state.waiting.reason");
		boolean image = obstacle.reason().equals("ErrImagePull");
		Duration pause = before.equals("ErrImagePull") ? SOON : RETRY;
		Instant last = tried.get(key);
		Optional<Duration> left = last == null ? Optional.empty() : left(last.plus(pause));
		if (left.isPresent()) {
			return left.get();
		}
		tried.put(key, world.now());
		boolean again = image && before.equals("ErrImagePull");
		String shown = again ? "ImagePullBackOff" : image && last != null ? before : obstacle.reason();
		world.event(pod, "Warning", obstacle.reason().equals("ContainerCreating") ? "FailedMount" : "Failed",
				obstacle.message(), "kubelet");
		world.status(key, status -> {
			for (JsonNode each : status.path("containerStatuses")) {
				String message = shown.equals("ImagePullBackOff")
						? "Back-off pulling image \"" + each.path("image").asText() + "\""
						: obstacle.message();
				((ObjectNode) each).putObject("state").putObject("waiting").put("reason", shown).put("message",
						message);
			}
		});
		return image && !again && last == null ? SOON : RETRY;
	}

	private void run(Key key, ObjectNode pod) {
		boolean ready = !Trees.annotation(pod, BEHAVIOUR).equals("unready");
		String now = Trees.time(world.now());
		world.status(key, status -> {
			if (Trees.text(status, "podIP").isEmpty()) {
				String ip = scheduler.podAddress();
				status.put("podIP", ip).putArray("podIPs").addObject().put("ip", ip);
			}
			status.put("phase", "Running");
			for (JsonNode each : status.path("containerStatuses")) {
				ObjectNode container = (ObjectNode) each;
				container.put("ready", ready).put("started", true)
						.put("imageID", container.path("image").asText().replaceFirst(":[^/]*$", "") + "@sha256:"
								+ Scheduler.digest(container.path("image").asText()))
						.put("containerID", "containerd://"
								+ Scheduler.digest(Trees.uid(pod) + container.path("name").asText() + now));
				container.putObject("state").putObject("running").put("startedAt", now);
			}
			readiness(status, ready);
		});
		if (!ready) {
			world.event(pod, "Warning", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503",
					"kubelet");
		}
	}

	private void readiness(ObjectNode status, boolean ready) {
		String reason = ready ? "" : "ContainersNotReady";
		world.condition(status, "Ready", ready, reason, ready ? "" : "containers are not ready");
		world.condition(status, "ContainersReady", ready, reason, ready ? "" : "containers are not ready");
	}

	private @Nullable Duration running(Key key, ObjectNode pod, JsonNode state) {
		String behaviour = Trees.annotation(pod, BEHAVIOUR);
		boolean always = Trees.text(pod, "spec.restartPolicy").equals("Always");
		boolean error = behaviour.equals("crash") || behaviour.equals("fail");
		if (always && !error) {
			return null;
		}
		String seconds = Trees.annotation(pod, SECONDS);
		int length = seconds.isEmpty() ? CRASH_SECONDS : Integer.parseInt(seconds);
		Optional<Duration> left = left(Trees.time(state, "startedAt").plusSeconds(length));
		if (left.isPresent()) {
			return left.get();
		}
		boolean over = !always && !(error && Trees.text(pod, "spec.restartPolicy").equals("OnFailure"));
		world.status(key, status -> {
			for (JsonNode each : status.path("containerStatuses")) {
				ObjectNode container = (ObjectNode) each;
				ObjectNode ended = Trees.object().put("exitCode", error ? 1 : 0)
						.put("reason", error ? "Error" : "Completed")
						.put("startedAt", Trees.text(container, "state.running.startedAt"))
						.put("finishedAt", Trees.time(world.now()))
						.put("containerID", container.path("containerID").asText());
				container.put("ready", false).put("started", false);
				if (over) {
					container.putObject("state").set("terminated", ended);
				} else {
					container.putObject("lastState").set("terminated", ended);
					container.putObject("state").putObject("waiting").put("reason", "CrashLoopBackOff").put("message",
							"back-off " + backOff(container) + "s restarting failed container="
									+ container.path("name").asText()
									+ " pod=" + key.name() + "_" + key.namespace() + "(" + Trees.uid(pod) + ")");
				}
			}
			if (over) {
				status.put("phase", error ? "Failed" : "Succeeded");
			}
			readiness(status, false);
		});
		if (!over) {
			world.event(pod, "Warning", "BackOff", "Back-off restarting failed container "
					+ Trees.text(pod, "spec.containers.0.name") + " in pod " + key.name() + "_" + key.namespace(),
					"kubelet");
		}
		return null;
	}

	private static int backOff(JsonNode container) {
		return Math.min(LONGEST_BACK_OFF, 10 << Math.min(6, container.path("restartCount").asInt()));
	}

	private @Nullable Duration restart(Key key, ObjectNode pod, JsonNode container) {
		Instant again = Trees.time(container, "lastState.terminated.finishedAt").plusSeconds(backOff(container));
		Optional<Duration> left = left(again);
		if (left.isPresent()) {
			return left.get();
		}
		world.status(key, status -> {
			for (JsonNode each : status.path("containerStatuses")) {
				((ObjectNode) each).put("restartCount", each.path("restartCount").asInt() + 1);
			}
		});
		run(key, pod);
		return null;
	}
}
