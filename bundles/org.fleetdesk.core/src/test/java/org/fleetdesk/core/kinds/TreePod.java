package org.fleetdesk.core.kinds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** What kubectl says of a pod, worked out on its tree. */
final class TreePod {

	private final JsonNode pod;
	private final Map<String, Boolean> sidecars = new HashMap<>();
	private long ready;
	private long restarts;
	private final List<Long> ends = new ArrayList<>();
	private String status;

	TreePod(JsonNode pod) {
		this.pod = pod;
		all("spec.initContainers[*]").forEach(c -> sidecars.put(text(c, "name"),
				text(c, "restartPolicy").equals("Always")));
		JsonNode own = pod.path("status");
		status = text(own, "reason").isEmpty() ? text(own, "phase") : text(own, "reason");
		if (all("status.conditions[type=PodScheduled]").anyMatch(c -> text(c, "reason").equals("SchedulingGated"))) {
			status = "SchedulingGated";
		}
		boolean waits = init();
		boolean initialized = all("status.conditions[type=Initialized]").findFirst()
				.map(c -> text(c, "status").equals("True")).orElse(false);
		if (!waits || initialized) {
			restarts = 0;
			ends.clear();
			all("status.initContainerStatuses[*]").limit(seenInit).filter(this::sidecar).forEach(this::restarted);
			usual();
		}
		if (TreeRows.millis(pod.path("metadata").path("deletionTimestamp")) != null) {
			if (text(own, "reason").equals("NodeLost")) {
				status = "Unknown";
			} else if (!List.of("Failed", "Succeeded").contains(text(own, "phase"))) {
				status = "Terminating";
			}
		}
	}

	private int seenInit;

	Object cell(String word) {
		long sum = all("spec.containers[*]").count()
				+ all("spec.initContainers[*]").filter(c -> text(c, "restartPolicy").equals("Always")).count();
		return switch (word) {
			case "podReady" -> ready + "/" + sum;
			case "podRestarts" -> restarts;
			case "podLastRestart" -> restarts == 0 || ends.isEmpty() ? null : Collections.max(ends);
			default -> status.isEmpty() ? null : status;
		};
	}

	private Stream<JsonNode> all(String path) {
		return TreeRows.values(path, pod);
	}

	private static String text(JsonNode object, String field) {
		return TreeRows.text(object.path(field));
	}

	private boolean sidecar(JsonNode container) {
		return sidecars.getOrDefault(text(container, "name"), false);
	}

	private static boolean is(JsonNode state, String what) {
		return state.path(what).isObject();
	}

	private void restarted(JsonNode container) {
		restarts += container.path("restartCount").asLong();
		Long end = TreeRows.millis(container.path("lastState").path("terminated").path("finishedAt"));
		if (end != null) {
			ends.add(end);
		}
	}

	private static String end(JsonNode terminated) {
		if (!text(terminated, "reason").isEmpty()) {
			return text(terminated, "reason");
		}
		long signal = terminated.path("signal").asLong();
		return signal != 0 ? "Signal:" + signal : "ExitCode:" + terminated.path("exitCode").asLong();
	}

	private boolean init() {
		for (JsonNode one : all("status.initContainerStatuses[*]").toList()) {
			int number = seenInit++;
			restarted(one);
			JsonNode state = one.path("state");
			JsonNode terminated = state.path("terminated");
			if (is(state, "terminated") && terminated.path("exitCode").asLong() == 0) {
				continue;
			}
			if (sidecar(one) && one.path("started").asBoolean()) {
				ready += one.path("ready").asBoolean() ? 1 : 0;
				continue;
			}
			String waits = text(state.path("waiting"), "reason");
			if (is(state, "terminated")) {
				status = "Init:" + end(terminated);
			} else if (!waits.isEmpty() && !waits.equals("PodInitializing")) {
				status = "Init:" + waits;
			} else {
				status = "Init:" + number + "/" + all("spec.initContainers[*]").count();
			}
			return true;
		}
		return false;
	}

	private void usual() {
		boolean running = false;
		String error = "";
		List<JsonNode> backwards = new ArrayList<>(all("status.containerStatuses[*]").toList());
		Collections.reverse(backwards);
		for (JsonNode one : backwards) {
			restarted(one);
			JsonNode state = one.path("state");
			String waits = text(state.path("waiting"), "reason");
			if (!waits.isEmpty()) {
				status = waits;
			} else if (is(state, "terminated")) {
				status = end(state.path("terminated"));
				error = state.path("terminated").path("exitCode").asLong() != 0 ? status : error;
			} else if (one.path("ready").asBoolean() && is(state, "running")) {
				running = true;
				ready++;
			}
		}
		if (status.equals("Completed")) {
			boolean good = all("status.conditions[type=Ready]").anyMatch(c -> text(c, "status").equals("True"));
			status = running && good ? "Running" : !error.isEmpty() ? error : running ? "NotReady" : status;
		}
	}
}
