package org.fleetdesk.demo.internal.table;

import java.time.Instant;

import org.fleetdesk.demo.internal.json.Trees;

import com.fasterxml.jackson.databind.JsonNode;

/** Cells of pods. Stateless. */
final class PodCells {

	private PodCells() {
	}

	static String text(String reducer, JsonNode pod, Instant now) {
		return switch (reducer) {
			case "podReady" -> ready(pod);
			case "podStatus" -> status(pod);
			case "podRestarts" -> restarts(pod, now);
			default -> gates(pod);
		};
	}

	private static String ready(JsonNode pod) {
		int ready = 0;
		for (JsonNode container : pod.path("status").path("containerStatuses")) {
			if (container.path("ready").asBoolean()) {
				ready++;
			}
		}
		return ready + "/" + pod.path("spec").path("containers").size();
	}

	/** The reason that says most: of the init containers first, then of the last container that has one. */
	private static String status(JsonNode pod) {
		String reason = Trees.text(pod, "status.phase");
		if (!Trees.text(pod, "status.reason").isEmpty()) {
			reason = Trees.text(pod, "status.reason");
		}
		String init = initialising(pod);
		if (!init.isEmpty()) {
			reason = init;
		} else {
			boolean running = false;
			for (JsonNode container : Trees.elements(pod.path("status").path("containerStatuses")).reversed()) {
				String stopped = stopped(container.path("state"));
				if (!stopped.isEmpty()) {
					reason = stopped;
				} else if (container.path("ready").asBoolean()) {
					running = true;
				}
			}
			if (reason.equals("Completed") && running) {
				reason = ready(pod, "Ready") ? "Running" : "NotReady";
			}
		}
		if (Trees.deleting(pod)) {
			return Trees.text(pod, "status.reason").equals("NodeLost") ? "Unknown" : "Terminating";
		}
		return reason;
	}

	private static boolean ready(JsonNode pod, String type) {
		for (JsonNode condition : pod.path("status").path("conditions")) {
			if (condition.path("type").asText().equals(type)) {
				return condition.path("status").asText().equals("True");
			}
		}
		return false;
	}

	private static String initialising(JsonNode pod) {
		int index = 0;
		for (JsonNode container : pod.path("status").path("initContainerStatuses")) {
			JsonNode state = container.path("state");
			if (state.path("terminated").path("exitCode").asInt(-1) != 0) {
				String stopped = stopped(state);
				return stopped.isEmpty() || stopped.equals("PodInitializing")
						? "Init:" + index + "/" + pod.path("spec").path("initContainers").size()
						: "Init:" + stopped;
			}
			index++;
		}
		return "";
	}

	private static String stopped(JsonNode state) {
		String waiting = state.path("waiting").path("reason").asText("");
		if (!waiting.isEmpty()) {
			return waiting;
		}
		JsonNode ended = state.path("terminated");
		if (ended.isMissingNode()) {
			return "";
		}
		String reason = ended.path("reason").asText("");
		return !reason.isEmpty() ? reason : "ExitCode:" + ended.path("exitCode").asInt();
	}

	private static String restarts(JsonNode pod, Instant now) {
		int restarts = 0;
		Instant last = Instant.EPOCH;
		for (JsonNode container : pod.path("status").path("containerStatuses")) {
			restarts += container.path("restartCount").asInt();
			Instant ended = Trees.time(container, "lastState.terminated.finishedAt");
			last = ended.isAfter(last) ? ended : last;
		}
		return restarts == 0 || last.equals(Instant.EPOCH)
				? Integer.toString(restarts)
				: restarts + " (" + Ages.since(last.toString(), now) + " ago)";
	}

	private static String gates(JsonNode pod) {
		JsonNode gates = pod.path("spec").path("readinessGates");
		int open = 0;
		for (JsonNode gate : gates) {
			if (ready(pod, gate.path("conditionType").asText())) {
				open++;
			}
		}
		return gates.isEmpty() ? "<none>" : open + "/" + gates.size();
	}
}
